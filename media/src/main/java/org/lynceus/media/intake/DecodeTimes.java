package org.lynceus.media.intake;

/**
 * Gives frames their decoding times when all that is known is when each is shown. With at most n
 * pictures out of order, a frame's decoding time is the time shown n places earlier in the sorted
 * order; so it is known at once, rises strictly, and is never after the time shown. At the start,
 * where nothing comes earlier, the first n times are squeezed together. A stream that reorders more
 * than it declared makes n grow.
 */
final class DecodeTimes {
  private static final int MOST = 16;

  /** The latest times shown, ascending. */
  private final long[] latest = new long[MOST + 1];

  private int count;
  private int reorder;
  private long last;

  /**
   * For frames from a key frame on.
   *
   * @param reorder how many pictures the parameter sets declare to be out of order
   * @param start when the key frame is shown
   */
  DecodeTimes(int reorder, long start) {
    this.reorder = Math.max(0, Math.min(MOST, reorder));
    this.last = start - 1;
  }

  /** The decoding time of the next frame, which is shown at this time. */
  long next(long shown) {
    if (count > 0 && shown <= last && reorder < MOST) {
      reorder++;
    }
    insert(shown);
    long time = count > reorder ? latest[count - 1 - reorder] : last + 1;
    last = Math.max(last + 1, time);
    return last;
  }

  private void insert(long shown) {
    if (count == latest.length) {
      System.arraycopy(latest, 1, latest, 0, --count);
    }
    int at = count++;
    while (at > 0 && latest[at - 1] > shown) {
      latest[at] = latest[at - 1];
      at--;
    }
    latest[at] = shown;
  }
}
