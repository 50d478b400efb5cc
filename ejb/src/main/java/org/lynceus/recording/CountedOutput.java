package org.lynceus.recording;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes went through. */
final class CountedOutput extends FilterOutputStream {
  private final LongConsumer count;
  private long bytes;

  CountedOutput(OutputStream out, LongConsumer count) {
    super(out);
    this.count = count;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    count.accept(++bytes);
  }

  @Override
  public void write(byte[] part, int offset, int length) throws IOException {
    out.write(part, offset, length);
    bytes += length;
    count.accept(bytes);
  }
}
