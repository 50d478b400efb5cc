package org.lynceus.media.h265;

/** NAL unit types of H.265 (table 7-1) that the engine tells apart. */
public final class H265NalType {
  public static final int RADL_N = 6;
  public static final int RASL_R = 9;
  public static final int BLA_W_LP = 16;
  public static final int CRA = 21;
  public static final int VPS = 32;
  public static final int SPS = 33;
  public static final int PPS = 34;
  public static final int PREFIX_SEI = 39;
  public static final int SUFFIX_SEI = 40;

  /** Bytes of a NAL unit header. */
  public static final int HEADER_BYTES = 2;

  private H265NalType() {}

  /** The type in a NAL unit's first byte. */
  public static int of(int header) {
    return header >>> 1 & 0x3f;
  }

  /** Whether the unit holds picture data. */
  public static boolean isSlice(int type) {
    return type <= RASL_R || isKey(type);
  }

  /** Whether the unit belongs to an intra random access point picture. */
  public static boolean isKey(int type) {
    return type >= BLA_W_LP && type <= CRA;
  }

  /** Whether the unit belongs to a picture that follows a key frame and is shown before it. */
  public static boolean leads(int type) {
    return type >= RADL_N && type <= RASL_R;
  }

  /** Whether the unit is a parameter set. */
  public static boolean isParameterSet(int type) {
    return type >= VPS && type <= PPS;
  }
}
