package org.lynceus.media.h265;

import java.io.ByteArrayOutputStream;
import org.lynceus.media.MalformedException;

/** Takes the emulation prevention (H.265, 7.3.1.1) out of parameter sets. */
final class RawBytes {
  private static final int LONGEST = 4096;

  private RawBytes() {}

  /** The raw bytes with the header; refuses another type and impossible lengths. */
  static byte[] of(byte[] nal, int type) throws MalformedException {
    if (nal.length < 4 || nal.length > LONGEST) {
      throw new MalformedException("parameter set of " + nal.length + " bytes");
    }
    if (H265NalType.of(nal[0]) != type) {
      throw new MalformedException("parameter set of another type");
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream(nal.length);
    int zeros = 0;
    for (byte value : nal) {
      if (zeros >= 2 && value == 3) {
        zeros = 0;
      } else {
        zeros = value == 0 ? zeros + 1 : 0;
        plain.write(value);
      }
    }
    return plain.toByteArray();
  }
}
