package org.lynceus.media.h264;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * The fields of a sequence parameter set (H.264, 7.3.2.1.1) that a recorder needs. Every loop of
 * the syntax is bounded.
 *
 * @param id 0..31
 * @param profile profile_idc
 * @param width pixels after cropping
 * @param height pixels after cropping
 * @param chroma chroma_format_idc, 1 is 4:2:0
 * @param lumaDepth bits of a luma sample
 * @param chromaDepth bits of a chroma sample
 * @param framesPerSecond from the timing information, null without
 * @param reorder how many frames may precede one in decoding order and follow it when shown, 0 when
 *     none may or nothing is told
 */
public record SequenceParameterSet(
    int id,
    int profile,
    int width,
    int height,
    int chroma,
    int lumaDepth,
    int chromaDepth,
    @Nullable Double framesPerSecond,
    int reorder) {
  private static final int LARGEST = 16_384;
  private static final int LONGEST = 4096;
  private static final int BASELINE = 66;

  /** Parses a NAL unit that begins with its header byte. */
  public static SequenceParameterSet parse(ByteBuffer nal) throws MalformedException {
    if (nal.remaining() < 4 || nal.remaining() > LONGEST) {
      throw new MalformedException("sequence parameter set of " + nal.remaining() + " bytes");
    }
    if (NalType.of(nal.get(nal.position())) != NalType.SPS) {
      throw new MalformedException("not a sequence parameter set");
    }
    BitReader bits = new BitReader(withoutEmulationPrevention(nal));
    bits.skip(8);
    int profile = bits.read(8);
    bits.skip(16);
    int id = bits.readUnsigned(31);
    int[] chroma = hasChroma(profile) ? readChroma(bits) : new int[] {1, 8, 8};
    boolean mayReorder = readOrderCount(bits) != 2 && profile != BASELINE;
    return readPicture(bits, id, profile, chroma, mayReorder);
  }

  /** The name of a profile_idc for people. */
  public static String profileName(int profile) {
    return switch (profile) {
      case 66 -> "Baseline";
      case 77 -> "Main";
      case 88 -> "Extended";
      case 100 -> "High";
      case 110 -> "High 10";
      case 122 -> "High 4:2:2";
      case 244 -> "High 4:4:4";
      default -> "profile " + profile;
    };
  }

  private static boolean hasChroma(int profile) {
    return switch (profile) {
      case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
      default -> false;
    };
  }

  private static int[] readChroma(BitReader bits) throws MalformedException {
    int chroma = bits.readUnsigned(3);
    if (chroma == 3) {
      bits.skip(1);
    }
    int luma = 8 + bits.readUnsigned(6);
    int depth = 8 + bits.readUnsigned(6);
    bits.skip(1);
    if (bits.readFlag()) {
      for (int i = 0; i < (chroma == 3 ? 12 : 8); i++) {
        if (bits.readFlag()) {
          skipScalingList(bits, i < 6 ? 16 : 64);
        }
      }
    }
    return new int[] {chroma, luma, depth};
  }

  private static void skipScalingList(BitReader bits, int size) throws MalformedException {
    int last = 8;
    int next = 8;
    for (int i = 0; i < size; i++) {
      if (next != 0) {
        next = last + bits.readSigned() & 0xff;
      }
      last = next == 0 ? last : next;
    }
  }

  /** Returns pic_order_cnt_type. */
  private static int readOrderCount(BitReader bits) throws MalformedException {
    bits.readUnsigned(12);
    int type = bits.readUnsigned(2);
    if (type == 0) {
      bits.readUnsigned(12);
    } else if (type == 1) {
      bits.skip(1);
      bits.readSigned();
      bits.readSigned();
      int cycle = bits.readUnsigned(255);
      for (int i = 0; i < cycle; i++) {
        bits.readSigned();
      }
    }
    return type;
  }

  private static SequenceParameterSet readPicture(
      BitReader bits, int id, int profile, int[] format, boolean mayReorder)
      throws MalformedException {
    int chroma = format[0];
    bits.readUnsigned(64);
    bits.skip(1);
    int width = 16 * (bits.readUnsigned(LARGEST / 16 - 1) + 1);
    int mapUnits = 16 * (bits.readUnsigned(LARGEST / 16 - 1) + 1);
    int fieldFactor = bits.readFlag() ? 1 : 2;
    if (fieldFactor == 2) {
      bits.skip(1);
    }
    int height = mapUnits * fieldFactor;
    bits.skip(1);
    if (bits.readFlag()) {
      int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int unitY = (chroma == 1 ? 2 : 1) * fieldFactor;
      width -= unitX * (bits.readUnsigned(LARGEST) + bits.readUnsigned(LARGEST));
      height -= unitY * (bits.readUnsigned(LARGEST) + bits.readUnsigned(LARGEST));
    }
    if (width <= 0 || height <= 0 || height > LARGEST) {
      throw new MalformedException("impossible picture size");
    }
    Usability usability = bits.readFlag() ? Usability.readIfPossible(bits) : new Usability(null, 0);
    return new SequenceParameterSet(
        id,
        profile,
        width,
        height,
        chroma,
        format[1],
        format[2],
        usability.framesPerSecond(),
        mayReorder ? usability.reorder() : 0);
  }

  private static ByteBuffer withoutEmulationPrevention(ByteBuffer nal) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(nal.remaining());
    int zeros = 0;
    for (int i = nal.position(); i < nal.limit(); i++) {
      int value = nal.get(i);
      if (zeros >= 2 && value == 3) {
        zeros = 0;
      } else {
        zeros = value == 0 ? zeros + 1 : 0;
        plain.write(value);
      }
    }
    return ByteBuffer.wrap(plain.toByteArray());
  }
}
