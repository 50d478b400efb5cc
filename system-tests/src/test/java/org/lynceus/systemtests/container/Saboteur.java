package org.lynceus.systemtests.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lynceus.event.EventsStored;

/** Makes the consumer fail a number of times at a chosen point. */
@ApplicationScoped
public class Saboteur {
  /** Where the consumer fails. */
  public enum Point {
    NEVER,
    BEFORE_STORING,
    INSIDE_THE_TRANSACTION,
    AFTER_THE_COMMIT
  }

  private final AtomicReference<Point> point = new AtomicReference<>(Point.NEVER);
  private final AtomicInteger failuresLeft = new AtomicInteger();

  public void failAt(Point where, int times) {
    point.set(where);
    failuresLeft.set(times);
  }

  /** How many of the ordered failures did not happen yet. */
  public int failuresLeft() {
    return failuresLeft.get();
  }

  void reach(Point where) {
    if (point.get() == where && failuresLeft.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("sabotage " + where);
    }
  }

  /**
   * Observers of this fact run inside the storing transaction, after rows and outbox are written.
   */
  public void insideTheTransaction(@Observes EventsStored event) {
    reach(Point.INSIDE_THE_TRANSACTION);
  }
}
