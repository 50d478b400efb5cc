package org.lynceus.media.playback;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes an export: bytes, and pieces of recorded files, of which the last stays open. */
final class PieceCopy implements Closeable {
  private final WritableByteChannel out;
  private @Nullable Path open;
  private @Nullable FileChannel channel;

  PieceCopy(WritableByteChannel out) {
    this.out = out;
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      out.write(all);
    }
  }

  void copy(ExportTimeline.FilePiece piece) throws IOException {
    FileChannel in = channel(piece.file());
    long done = 0;
    while (done < piece.count()) {
      long count = in.transferTo(piece.offset() + done, piece.count() - done, out);
      if (count == 0 && in.size() <= piece.offset() + done) {
        throw new EOFException("A recording is shorter than the index says");
      }
      done += count;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private FileChannel channel(Path file) throws IOException {
    FileChannel present = channel;
    if (present == null || !file.equals(open)) {
      close();
      present = FileChannel.open(file, StandardOpenOption.READ);
      channel = present;
      open = file;
    }
    return present;
  }
}
