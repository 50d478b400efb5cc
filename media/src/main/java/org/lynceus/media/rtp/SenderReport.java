package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What an RTCP sender report (RFC 3550, 6.4.1) says of time: which RTP timestamp belongs to which
 * moment of the camera's clock.
 *
 * @param ntp seconds since 1900 in the upper 32 bits, their fraction in the lower
 * @param timestamp 32 bits
 */
public record SenderReport(long ntp, int timestamp) {
  private static final int TYPE = 200;
  private static final int BYTES = 28;

  /** Finds the report in a compound packet, null when there is none with a clock. */
  public static @Nullable SenderReport parse(ByteBuffer buffer, int from, int to) {
    for (int at = from; at + 4 <= to; ) {
      int size = 4 + 4 * (buffer.getShort(at + 2) & 0xffff);
      if ((buffer.get(at) & 0xc0) != 0x80 || at + size > to) {
        return null;
      }
      if ((buffer.get(at + 1) & 0xff) == TYPE && size >= BYTES) {
        long ntp = buffer.getLong(at + 8);
        return ntp == 0 ? null : new SenderReport(ntp, buffer.getInt(at + 16));
      }
      at += size;
    }
    return null;
  }
}
