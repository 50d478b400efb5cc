package org.lynceus.media.rtp;

import java.nio.ByteBuffer;

/**
 * Writes an empty-handed RTCP receiver report with one block (RFC 3550, 6.4.2): enough to keep
 * servers sending.
 */
public final class ReceiverReport {
  /** Bytes of a report. */
  public static final int BYTES = 32;

  private ReceiverReport() {}

  /** Appends the report of one source at the buffer's position. */
  public static void write(ByteBuffer out, int reporter, int source, SequenceCounter sequence) {
    out.put((byte) 0x81).put((byte) 201).putShort((short) (BYTES / 4 - 1));
    out.putInt(reporter).putInt(source);
    out.putInt((int) Math.min(0x7fffff, sequence.lost()));
    out.putInt(sequence.extendedHighest());
    out.putInt(0).putInt(0).putInt(0);
  }
}
