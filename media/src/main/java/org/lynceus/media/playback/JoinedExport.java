package org.lynceus.media.playback;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A planned export: the index in memory, the media still in the recordings' files. */
record JoinedExport(
    byte[] head,
    List<ExportTimeline.FilePiece> pieces,
    long contentLength,
    Instant start,
    Duration duration)
    implements ExportPlan {

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    ByteBuffer first = ByteBuffer.wrap(head);
    while (first.hasRemaining()) {
      out.write(first);
    }
    Path open = null;
    FileChannel channel = null;
    try {
      for (ExportTimeline.FilePiece piece : pieces) {
        if (channel == null || !piece.file().equals(open)) {
          close(channel);
          channel = FileChannel.open(piece.file(), StandardOpenOption.READ);
          open = piece.file();
        }
        transfer(channel, piece, out);
      }
    } finally {
      close(channel);
    }
  }

  private static void transfer(
      FileChannel channel, ExportTimeline.FilePiece piece, WritableByteChannel out)
      throws IOException {
    long done = 0;
    while (done < piece.count()) {
      long count = channel.transferTo(piece.offset() + done, piece.count() - done, out);
      if (count == 0 && channel.size() <= piece.offset() + done) {
        throw new EOFException("A recording is shorter than the index says");
      }
      done += count;
    }
  }

  private static void close(@Nullable FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
