package org.lynceus.media.h264;

/** NAL unit types of H.264 (table 7-1) that the engine tells apart. */
public final class NalType {
  public static final int SLICE = 1;
  public static final int IDR_SLICE = 5;
  public static final int SEI = 6;
  public static final int SPS = 7;
  public static final int PPS = 8;

  private NalType() {}

  /** The type in a NAL unit's first byte. */
  public static int of(int header) {
    return header & 0x1f;
  }

  /** Whether the unit holds picture data. */
  public static boolean isSlice(int type) {
    return type >= SLICE && type <= IDR_SLICE;
  }

  /**
   * Whether the unit belongs into a stored access unit: slices and supplementary information do.
   */
  public static boolean isStored(int type) {
    return isSlice(type) || type == SEI;
  }
}
