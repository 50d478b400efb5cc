package org.lynceus.device.care;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a device as it was seen last.
 *
 * @param offsetMillis how far it is ahead of the center's
 * @param wrong off by more than five seconds; once it is, it is right again below three
 * @param setAt when the schedule set it last
 */
public record DeviceClock(
    UUID deviceId, long offsetMillis, Instant seenAt, boolean wrong, @Nullable Instant setAt) {
  private static final Duration WRONG = Duration.ofSeconds(5);
  private static final Duration RIGHT = Duration.ofSeconds(3);

  /** Whether a clock is wrong, after it was or was not. */
  static boolean wrong(boolean before, long offsetMillis) {
    return Math.abs(offsetMillis) > (before ? RIGHT : WRONG).toMillis();
  }
}
