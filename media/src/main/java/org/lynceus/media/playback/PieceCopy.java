package org.lynceus.media.playback;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Copies pieces of recorded files, keeping the last file open. */
final class PieceCopy implements Closeable {
  private final WritableByteChannel out;
  private @Nullable Path open;
  private @Nullable FileChannel channel;

  PieceCopy(WritableByteChannel out) {
    this.out = out;
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
