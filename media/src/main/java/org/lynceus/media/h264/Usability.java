package org.lynceus.media.h264;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * What a recorder wants of the video usability information (H.264, E.1.1). It is often broken in
 * cameras and only informs: what cannot be read is not known.
 *
 * @param framesPerSecond null when not told
 * @param reorder max_num_reorder_frames, 0 when not told
 */
record Usability(@Nullable Double framesPerSecond, int reorder) {
  private static final int EXTENDED_SAR = 255;
  private static final int MOST_FRAMES = 16;

  static Usability readIfPossible(BitReader bits) {
    Double rate = null;
    try {
      skipPicture(bits);
      rate = rate(bits);
      return new Usability(rate, reorder(bits));
    } catch (MalformedException broken) {
      return new Usability(rate, 0);
    }
  }

  private static void skipPicture(BitReader bits) throws MalformedException {
    if (bits.readFlag() && bits.read(8) == EXTENDED_SAR) {
      bits.skip(32);
    }
    if (bits.readFlag()) {
      bits.skip(1);
    }
    if (bits.readFlag()) {
      bits.skip(4);
      if (bits.readFlag()) {
        bits.skip(24);
      }
    }
    if (bits.readFlag()) {
      bits.readUnsigned(5);
      bits.readUnsigned(5);
    }
  }

  private static @Nullable Double rate(BitReader bits) throws MalformedException {
    if (!bits.readFlag()) {
      return null;
    }
    long tick = (long) bits.read(16) << 16 | bits.read(16);
    long scale = (long) bits.read(16) << 16 | bits.read(16);
    bits.skip(1);
    double rate = tick == 0 ? 0 : scale / (2.0 * tick);
    return rate >= 0.1 && rate <= 1000 ? rate : null;
  }

  private static int reorder(BitReader bits) throws MalformedException {
    boolean nal = bits.readFlag();
    if (nal) {
      skipReferenceDecoder(bits);
    }
    boolean video = bits.readFlag();
    if (video) {
      skipReferenceDecoder(bits);
    }
    bits.skip(nal || video ? 2 : 1);
    if (!bits.readFlag()) {
      return 0;
    }
    bits.skip(1);
    for (int i = 0; i < 4; i++) {
      bits.readUnsigned(Integer.MAX_VALUE - 1);
    }
    return bits.readUnsigned(MOST_FRAMES);
  }

  /** hrd_parameters, E.1.2. */
  private static void skipReferenceDecoder(BitReader bits) throws MalformedException {
    int count = bits.readUnsigned(31) + 1;
    bits.skip(8);
    for (int i = 0; i < count; i++) {
      bits.readUnsigned(Integer.MAX_VALUE - 1);
      bits.readUnsigned(Integer.MAX_VALUE - 1);
      bits.skip(1);
    }
    bits.skip(20);
  }
}
