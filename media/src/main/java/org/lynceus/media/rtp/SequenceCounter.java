package org.lynceus.media.rtp;

/** Follows 16-bit RTP sequence numbers over their wraps; says when packets are missing. */
public final class SequenceCounter {
  private long last = -1;
  private long lost;

  /**
   * Takes the next number; returns whether it directly follows the one before (or is the first).
   */
  public boolean follows(int sequence) {
    if (last < 0) {
      last = sequence;
      return true;
    }
    int step = (short) (sequence - (int) last);
    if (step > 1) {
      lost += step - 1;
    }
    last = Math.max(0, last + step);
    return step == 1;
  }

  /** The highest number with its count of wraps, as receiver reports want it. */
  public int extendedHighest() {
    return (int) Math.max(0, last);
  }

  public long lost() {
    return lost;
  }
}
