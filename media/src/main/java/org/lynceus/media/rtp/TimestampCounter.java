package org.lynceus.media.rtp;

/** Follows 32-bit RTP timestamps over their wraps, forwards and backwards. */
public final class TimestampCounter {
  private boolean started;
  private long last;

  /** The timestamp as a number that does not wrap; the first one is itself. */
  public long extend(int timestamp) {
    if (!started) {
      started = true;
      last = Integer.toUnsignedLong(timestamp);
    } else {
      last += timestamp - (int) last;
    }
    return last;
  }
}
