package org.lynceus.media.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Keeps the checks of streams that nobody watches or records from eating the node: at most {@link
 * #AT_ONCE} run at a time, the others wait their turn, and with many streams each is asked less
 * often, about 25 in a second together. Only on one loop's thread.
 */
final class IdleChecks {
  static final int AT_ONCE = 64;
  private static final Duration SHARE = Duration.ofMillis(40);

  private final EventLoop loop;
  private final Queue<BooleanSupplier> waiting = new ArrayDeque<>();
  private int streams;
  private int running;

  IdleChecks(EventLoop loop) {
    this.loop = loop;
  }

  void joined() {
    streams++;
  }

  void left() {
    streams--;
  }

  /** How long a stream waits between two checks: as long as wished, or as the others need. */
  Duration period(Duration wished) {
    Duration fair = SHARE.multipliedBy(streams);
    return fair.compareTo(wished) > 0 ? fair : wished;
  }

  /**
   * Starts a check, now or when it is its turn.
   *
   * @param check returns whether it began; one that did is ended with {@link #ended}
   */
  void ask(BooleanSupplier check) {
    waiting.add(check);
    next();
  }

  /** A check that began has its answer; the next one starts after what is under way here. */
  void ended() {
    running--;
    loop.execute(this::next);
  }

  private void next() {
    while (running < AT_ONCE) {
      BooleanSupplier check = waiting.poll();
      if (check == null) {
        return;
      }
      running++;
      if (!check.getAsBoolean()) {
        running--;
      }
    }
  }
}
