package org.lynceus.jms.event;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.lynceus.shared.Outage;

/**
 * How long a consumer insists on one message. While the database is away it waits in place, so that
 * what is behind stays behind; what fails by itself is tried {@value #TRIES} times.
 */
final class Insistence {
  static final int TRIES = 5;

  /** After so long in place the message is given back to the broker, which gives it again. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  private static final long FIRST_PAUSE = 200;
  private static final long LONGEST_PAUSE = 3_000;

  /** What to do after a failure. */
  enum Next {
    AGAIN,
    GIVE_BACK,
    BURY
  }

  private final RandomGenerator random;
  private int failures;
  private int ownFailures;

  Insistence(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Counts a failure and says what is next.
   *
   * @param waited since the first try
   */
  Next after(RuntimeException failure, Duration waited) {
    failures++;
    if (Outage.caused(failure)) {
      return waited.compareTo(LONGEST) < 0 ? Next.AGAIN : Next.GIVE_BACK;
    }
    return ++ownFailures < TRIES ? Next.AGAIN : Next.BURY;
  }

  /** How often it failed. */
  int failures() {
    return failures;
  }

  /** Milliseconds before the next try: doubled with each failure, shortened by up to a half. */
  long pause() {
    long doubled = FIRST_PAUSE << Math.min(failures - 1, 10);
    return (long) (Math.min(doubled, LONGEST_PAUSE) * (0.5 + 0.5 * random.nextDouble()));
  }
}
