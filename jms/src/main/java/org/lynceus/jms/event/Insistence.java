package org.lynceus.jms.event;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.lynceus.shared.GrowingPause;
import org.lynceus.shared.Outage;

/**
 * How long a consumer insists on one message. While the database is away it waits in place, so that
 * what is behind stays behind; what fails by itself is tried {@value #TRIES} times.
 */
final class Insistence {
  static final int TRIES = 5;

  /** After so long in place the message is given back to the broker, which gives it again. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofMillis(200), Duration.ofMillis(2_400));

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

  /** Milliseconds before the next try. */
  long pause() {
    return PAUSE.after(failures, random.nextDouble()).toMillis();
  }
}
