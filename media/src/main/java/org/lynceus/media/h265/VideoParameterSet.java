package org.lynceus.media.h265;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.h264.BitReader;

/**
 * The fields of a video parameter set (H.265, 7.3.2.1) that a recorder needs.
 *
 * @param id 0..15
 * @param framesPerSecond from the timing information, null without
 */
public record VideoParameterSet(int id, @Nullable Double framesPerSecond) {
  private static final int MOST_PICTURES = 15;

  /** Parses a NAL unit that begins with its two header bytes. */
  public static VideoParameterSet parse(byte[] nal) throws MalformedException {
    BitReader bits = new BitReader(ByteBuffer.wrap(RawBytes.of(nal, H265NalType.VPS)));
    bits.skip(16);
    int id = bits.read(4);
    return new VideoParameterSet(id, rateIfReadable(bits));
  }

  /** The rate only informs: what cannot be read is not known. */
  private static @Nullable Double rateIfReadable(BitReader bits) {
    try {
      return rate(bits);
    } catch (MalformedException broken) {
      return null;
    }
  }

  private static @Nullable Double rate(BitReader bits) throws MalformedException {
    bits.skip(2 + 6);
    int layersMinus1 = bits.read(3);
    bits.skip(1 + 16);
    ProfileTierLevel.read(bits, Math.min(6, layersMinus1));
    int first = bits.readFlag() ? 0 : layersMinus1;
    for (int i = first; i <= layersMinus1; i++) {
      bits.readUnsigned(MOST_PICTURES);
      bits.readUnsigned(MOST_PICTURES);
      bits.readUnsigned(Integer.MAX_VALUE - 1);
    }
    int highestLayer = bits.read(6);
    int sets = bits.readUnsigned(1023);
    bits.skip(sets * (highestLayer + 1));
    if (!bits.readFlag()) {
      return null;
    }
    long tick = (long) bits.read(16) << 16 | bits.read(16);
    long scale = (long) bits.read(16) << 16 | bits.read(16);
    double rate = tick == 0 ? 0 : scale / (double) tick;
    return rate >= 0.1 && rate <= 1000 ? rate : null;
  }
}
