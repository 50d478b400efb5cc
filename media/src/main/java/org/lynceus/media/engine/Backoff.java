package org.lynceus.media.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;

/**
 * How long to wait before connecting again: doubling from the first wait to the longest, but not
 * over 0.5 s during the first minute of an outage, so that a restarted camera is recorded again
 * within a second; long after rejected credentials.
 */
final class Backoff {
  private static final Duration PLATEAU = Duration.ofMillis(500);
  private static final long PLATEAU_NANOS = Duration.ofMinutes(1).toNanos();

  private final EngineOptions options;
  private final RandomGenerator random;
  private int failures;
  private long outageNanos;
  private @Nullable FaultCode last;

  Backoff(EngineOptions options, RandomGenerator random) {
    this.options = options;
    this.random = random;
  }

  /** The wait after one more failure. */
  Duration next(Fault fault) {
    long now = System.nanoTime();
    if (failures == 0) {
      outageNanos = now;
    }
    last = fault.code();
    failures = Math.min(failures + 1, 30);
    if (last == FaultCode.UNAUTHORIZED || last == FaultCode.FORBIDDEN) {
      return options.unauthorizedWait();
    }
    long doubled = options.backoffFirst().toNanos() << Math.min(20, failures - 1);
    long most = options.backoffMost().toNanos();
    if (now - outageNanos < PLATEAU_NANOS) {
      most = Math.min(most, PLATEAU.toNanos());
    }
    return jitter(Duration.ofNanos(Math.min(doubled, most)), random);
  }

  /** Whether a short outage is under way, in which the camera may be back at any moment. */
  boolean hurries() {
    return failures > 0 && System.nanoTime() - outageNanos < PLATEAU_NANOS;
  }

  /** The camera answers; waits stay as long as they are until the connection proves steady. */
  void reached() {
    last = null;
  }

  void reset() {
    failures = 0;
    last = null;
  }

  /** What went wrong last, null when nothing. */
  @Nullable FaultCode last() {
    return last;
  }

  /** A duration up to a fifth shorter, so that many cameras do not act at once. */
  static Duration jitter(Duration duration, RandomGenerator random) {
    return Duration.ofNanos((long) (duration.toNanos() * (0.8 + 0.2 * random.nextDouble())));
  }
}
