package org.lynceus.media.h265;

import java.util.Arrays;
import java.util.Locale;
import org.lynceus.media.MalformedException;
import org.lynceus.media.h264.BitReader;

/**
 * The general part of profile_tier_level (H.265, 7.3.3), in the twelve bytes in which both the
 * parameter sets and the HEVCDecoderConfigurationRecord hold it.
 */
public record ProfileTierLevel(byte[] bytes) {
  /** How many bytes there are. */
  public static final int BYTES = 12;

  private static final int MOST_LAYERS = 7;

  /** Takes it out of an HEVCDecoderConfigurationRecord (ISO 14496-15, 8.3.3.1). */
  public static ProfileTierLevel ofConfiguration(byte[] record) {
    return new ProfileTierLevel(Arrays.copyOfRange(record, 1, 1 + BYTES));
  }

  /** Reads the syntax of both parameter sets and goes on behind the sub-layers. */
  static ProfileTierLevel read(BitReader bits, int subLayersMinus1) throws MalformedException {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) bits.read(8);
    }
    boolean[] profile = new boolean[MOST_LAYERS];
    boolean[] level = new boolean[MOST_LAYERS];
    for (int i = 0; i < subLayersMinus1; i++) {
      profile[i] = bits.readFlag();
      level[i] = bits.readFlag();
    }
    if (subLayersMinus1 > 0) {
      bits.skip(2 * (8 - subLayersMinus1));
    }
    for (int i = 0; i < subLayersMinus1; i++) {
      bits.skip((profile[i] ? 88 : 0) + (level[i] ? 8 : 0));
    }
    return new ProfileTierLevel(bytes);
  }

  /** The codec as ISO 14496-15, annex E writes it, for example {@code hvc1.1.6.L93.B0}. */
  public String codecString() {
    StringBuilder text = new StringBuilder("hvc1.");
    int space = (bytes[0] & 0xff) >>> 6;
    if (space > 0) {
      text.append((char) ('A' + space - 1));
    }
    int compatibility = 0;
    for (int i = 1; i <= 4; i++) {
      compatibility = compatibility << 8 | bytes[i] & 0xff;
    }
    text.append(bytes[0] & 0x1f).append('.');
    text.append(hex(Integer.reverse(compatibility)));
    text.append((bytes[0] & 0x20) != 0 ? ".H" : ".L").append(bytes[11] & 0xff);
    int last = 10;
    while (last > 4 && bytes[last] == 0) {
      last--;
    }
    for (int i = 5; i <= last; i++) {
      text.append('.').append(hex(bytes[i] & 0xff));
    }
    return text.toString();
  }

  /** The name of the profile for people. */
  public String profileName() {
    return switch (bytes[0] & 0x1f) {
      case 1 -> "Main";
      case 2 -> "Main 10";
      case 3 -> "Main Still Picture";
      case 4 -> "Range Extensions";
      default -> "profile " + (bytes[0] & 0x1f);
    };
  }

  private static String hex(int value) {
    return Integer.toHexString(value).toUpperCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProfileTierLevel that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
