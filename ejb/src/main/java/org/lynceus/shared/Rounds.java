package org.lynceus.shared;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is done in rounds, one at a time. Who wakes it while a round is under way returns at
 * once, and that round is followed by another one: what came while it ended does not wait.
 */
public final class Rounds {
  private final Runnable round;

  /** Wake-ups since the round under way began; none: nobody is at it. */
  private final AtomicInteger woken = new AtomicInteger();

  public Rounds(Runnable round) {
    this.round = round;
  }

  /** Works until no wake-up is left. What a round throws ends the work until it is woken again. */
  public void wake() {
    if (woken.getAndIncrement() > 0) {
      return;
    }
    try {
      int heard;
      do {
        heard = woken.get();
        round.run();
      } while (!woken.compareAndSet(heard, 0));
    } catch (RuntimeException | Error e) {
      woken.set(0);
      throw e;
    }
  }
}
