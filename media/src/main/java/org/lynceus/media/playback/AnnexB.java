package org.lynceus.media.playback;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;

/** Turns stored H.264 (length prefixes) into a byte stream with start codes (H.264, annex B). */
final class AnnexB {
  private static final int START = 1;

  private AnnexB() {}

  /** The parameter sets of an AVCDecoderConfigurationRecord. */
  static ByteBuffer parameterSets(ByteBuffer avcc) throws MalformedException {
    ByteBuffer out = ByteBuffer.allocate(avcc.remaining() * 3 + 16);
    need(avcc, 7);
    avcc.position(5);
    copySets(avcc, avcc.get() & 0x1f, out);
    need(avcc, 1);
    copySets(avcc, avcc.get() & 0xff, out);
    return out.flip();
  }

  /** An access unit with 4-byte length prefixes. */
  static ByteBuffer unit(ByteBuffer unit) throws MalformedException {
    ByteBuffer out = ByteBuffer.allocate(unit.remaining());
    while (unit.hasRemaining()) {
      need(unit, 4);
      copy(unit, unit.getInt(), out);
    }
    return out.flip();
  }

  private static void copySets(ByteBuffer in, int count, ByteBuffer out) throws MalformedException {
    for (int i = 0; i < count; i++) {
      need(in, 2);
      copy(in, in.getShort() & 0xffff, out);
    }
  }

  private static void copy(ByteBuffer in, int size, ByteBuffer out) throws MalformedException {
    if (size < 0) {
      throw new MalformedException("broken length");
    }
    need(in, size);
    out.putInt(START).put(in.slice(in.position(), size));
    in.position(in.position() + size);
  }

  private static void need(ByteBuffer in, int count) throws MalformedException {
    if (in.remaining() < count) {
      throw new MalformedException("cut off");
    }
  }
}
