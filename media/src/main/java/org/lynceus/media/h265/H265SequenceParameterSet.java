package org.lynceus.media.h265;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.h264.BitReader;

/**
 * The fields of a sequence parameter set (H.265, 7.3.2.2.1) that a recorder needs.
 *
 * @param id 0..15
 * @param layers temporal sub-layers, 1..7
 * @param nested whether switching up between sub-layers is always possible
 * @param chroma chroma_format_idc, 1 is 4:2:0
 * @param width pixels inside the conformance window
 * @param height pixels inside the conformance window
 * @param lumaDepth bits of a luma sample
 * @param chromaDepth bits of a chroma sample
 * @param reorder how many pictures can precede one in decoding order and follow it when shown
 */
public record H265SequenceParameterSet(
    int id,
    int layers,
    boolean nested,
    ProfileTierLevel level,
    int chroma,
    int width,
    int height,
    int lumaDepth,
    int chromaDepth,
    int reorder) {
  private static final int LARGEST = 16_384;
  private static final int MOST_PICTURES = 15;

  /** Parses a NAL unit that begins with its two header bytes. */
  public static H265SequenceParameterSet parse(byte[] nal) throws MalformedException {
    BitReader bits = new BitReader(ByteBuffer.wrap(RawBytes.of(nal, H265NalType.SPS)));
    bits.skip(16 + 4);
    int layersMinus1 = bits.read(3);
    boolean nested = bits.readFlag();
    if (layersMinus1 > 6) {
      throw new MalformedException("sequence parameter set with too many layers");
    }
    ProfileTierLevel level = ProfileTierLevel.read(bits, layersMinus1);
    int id = bits.readUnsigned(15);
    int chroma = bits.readUnsigned(3);
    if (chroma == 3) {
      bits.skip(1);
    }
    int[] size = size(bits, chroma);
    int luma = 8 + bits.readUnsigned(8);
    int chromaDepth = 8 + bits.readUnsigned(8);
    bits.readUnsigned(12);
    int reorder = reorder(bits, layersMinus1);
    return new H265SequenceParameterSet(
        id, layersMinus1 + 1, nested, level, chroma, size[0], size[1], luma, chromaDepth, reorder);
  }

  private static int[] size(BitReader bits, int chroma) throws MalformedException {
    int width = bits.readUnsigned(LARGEST);
    int height = bits.readUnsigned(LARGEST);
    if (bits.readFlag()) {
      int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int unitY = chroma == 1 ? 2 : 1;
      width -= unitX * (bits.readUnsigned(LARGEST) + bits.readUnsigned(LARGEST));
      height -= unitY * (bits.readUnsigned(LARGEST) + bits.readUnsigned(LARGEST));
    }
    if (width <= 0 || height <= 0) {
      throw new MalformedException("impossible picture size");
    }
    return new int[] {width, height};
  }

  /** Of the highest sub-layer, which is told last. */
  private static int reorder(BitReader bits, int layersMinus1) throws MalformedException {
    int first = bits.readFlag() ? 0 : layersMinus1;
    int reorder = 0;
    for (int i = first; i <= layersMinus1; i++) {
      bits.readUnsigned(MOST_PICTURES);
      reorder = bits.readUnsigned(MOST_PICTURES);
      bits.readUnsigned(Integer.MAX_VALUE - 1);
    }
    return reorder;
  }
}
