package org.lynceus.shared;

import java.time.Duration;

/**
 * Pauses between tries of what fails: the first one, doubled with each further failure, but no
 * longer than the longest.
 */
public record GrowingPause(Duration first, Duration longest) {
  private static final int DOUBLINGS = 20;

  /**
   * The pause after so many failures in a row.
   *
   * @param failures from 1; fewer count as one
   */
  public Duration after(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, DOUBLINGS);
    Duration doubled = first.multipliedBy(1L << doublings);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /**
   * The same up to a quarter shorter or longer, so that many who failed at once do not come back at
   * once.
   *
   * @param dice 0 (a quarter shorter) to 1 (a quarter longer)
   */
  public Duration after(int failures, double dice) {
    return Duration.ofNanos((long) (after(failures).toNanos() * (0.75 + 0.5 * dice)));
  }
}
