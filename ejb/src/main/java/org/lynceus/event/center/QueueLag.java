package org.lynceus.event.center;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long the oldest message of a queue has waited, and whether that is too long. The broker tells
 * how many messages came and how many are there; since they are taken in order, the oldest one is
 * the first that came after all that were taken, and it has waited at least since the first look
 * that counted it. It lags from {@link #BEGIN} on, until it is below {@link #END}.
 */
final class QueueLag {
  static final Duration BEGIN = Duration.ofSeconds(60);
  static final Duration END = Duration.ofSeconds(15);

  private record Look(Instant at, long added) {}

  /** Those that count a message which still waits; one more than none. */
  private final Deque<Look> looks = new ArrayDeque<>();

  private boolean lags;

  /**
   * Notes a look and tells for how long, at least, the oldest message has waited; zero when there
   * is none. Looks come in order of time.
   */
  Duration note(Instant now, QueueFigures figures) {
    if (!looks.isEmpty() && figures.added() < looks.getLast().added()) {
      looks.clear();
    }
    if (looks.isEmpty() || figures.added() > looks.getLast().added()) {
      looks.add(new Look(now, figures.added()));
    }
    if (figures.waiting() == 0) {
      looks.clear();
      looks.add(new Look(now, figures.added()));
      return judge(Duration.ZERO);
    }
    long taken = figures.added() - figures.waiting();
    while (looks.size() > 1 && looks.getFirst().added() <= taken) {
      looks.removeFirst();
    }
    Look first = looks.getFirst();
    return judge(first.added() <= taken ? Duration.ZERO : Duration.between(first.at(), now));
  }

  private Duration judge(Duration waited) {
    lags = waited.compareTo(lags ? END : BEGIN) >= 0;
    return waited;
  }

  /** Whether it lagged at the last look. */
  boolean lags() {
    return lags;
  }
}
