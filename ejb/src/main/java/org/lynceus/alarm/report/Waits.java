package org.lynceus.alarm.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long people took, as nearest ranks: each figure is one of the times themselves. Pure. */
public final class Waits {
  private long[] seconds = new long[64];
  private int count;

  /**
   * The figures.
   *
   * @param medianSeconds null when there are none
   * @param p95Seconds null when there are none
   */
  public record Figures(int count, @Nullable Long medianSeconds, @Nullable Long p95Seconds) {}

  /** One time; what was done before the alarm was known took none. */
  void add(Instant from, Instant to) {
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, count * 2);
    }
    seconds[count++] = Math.max(0, Duration.between(from, to).toSeconds());
  }

  Figures figures() {
    long[] sorted = Arrays.copyOf(seconds, count);
    Arrays.sort(sorted);
    return new Figures(count, rank(sorted, 50), rank(sorted, 95));
  }

  private static @Nullable Long rank(long[] sorted, int percent) {
    return sorted.length == 0 ? null : sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
