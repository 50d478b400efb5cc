package org.lynceus.media;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Bounds the log lines of one place in the code, whatever cameras or disks do: so many in each
 * period, the others are counted and told with the next line. Pure; times are nanoseconds of any
 * clock that only goes forward.
 */
public final class LogLimit {
  private final int most;
  private final long period;
  private long began;
  private int written;
  private int leftOut;

  public LogLimit(int most, Duration period) {
    this.most = most;
    this.period = period.toNanos();
  }

  /** How many lines were left out before this one; empty when this one is left out, too. */
  public synchronized OptionalInt line(long now) {
    if (written == 0 || now - began >= period) {
      began = now;
      written = 0;
    }
    if (written == most) {
      leftOut++;
      return OptionalInt.empty();
    }
    written++;
    int before = leftOut;
    leftOut = 0;
    return OptionalInt.of(before);
  }
}
