package org.lynceus.media.h264;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;

/**
 * Reads bits, most significant first, and the Exp-Golomb codes of H.264 (9.1). Never reads past the
 * end.
 */
public final class BitReader {
  private final ByteBuffer bytes;
  private int bit;

  /** Reads the bytes between position and limit. */
  public BitReader(ByteBuffer bytes) {
    this.bytes = bytes.slice();
  }

  /** An unsigned number of up to 31 bits. */
  public int read(int count) throws MalformedException {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | readBit();
    }
    return value;
  }

  public boolean readFlag() throws MalformedException {
    return readBit() == 1;
  }

  public void skip(int count) throws MalformedException {
    if ((long) bit + count > (long) bytes.limit() * 8) {
      throw new MalformedException("bit field past the end");
    }
    bit += count;
  }

  /** ue(v), refused when over the given bound. */
  public int readUnsigned(int most) throws MalformedException {
    int zeros = 0;
    while (readBit() == 0) {
      if (++zeros > 31) {
        throw new MalformedException("Exp-Golomb code too long");
      }
    }
    long value = (1L << zeros) - 1 + (zeros == 0 ? 0 : Integer.toUnsignedLong(read(zeros)));
    if (value > most) {
      throw new MalformedException("value out of range");
    }
    return (int) value;
  }

  /** se(v) of up to 31 bits. */
  public int readSigned() throws MalformedException {
    int code = readUnsigned(Integer.MAX_VALUE - 1);
    return (code & 1) == 1 ? code / 2 + 1 : -(code / 2);
  }

  private int readBit() throws MalformedException {
    int index = bit >>> 3;
    if (index >= bytes.limit()) {
      throw new MalformedException("bit field past the end");
    }
    int value = bytes.get(index) >>> (7 - (bit & 7)) & 1;
    bit++;
    return value;
  }
}
