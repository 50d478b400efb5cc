package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;
import org.lynceus.shared.Outage;

/**
 * Makes alarms of what was stored since the cursor. A batch that fails is tried again event by
 * event; one that fails alone is noted and left out, so that it holds up neither the others nor the
 * storing of events. When the database is what fails, nothing is left out: it is tried again later.
 */
@ApplicationScoped
public class AlarmWork {
  private static final Logger LOG = System.getLogger(AlarmWork.class.getName());
  private static final int BATCH = 500;

  @Inject private AlarmStep step;

  /** Wake-ups since the round under way began; none: nobody is at it. */
  private final AtomicInteger woken = new AtomicInteger();

  /**
   * Works until nothing is left. Returns at once when this node is at it already: that round is
   * followed by another one, so that what was stored while it ended does not wait for the clock.
   */
  public void wake() {
    if (woken.getAndIncrement() > 0) {
      return;
    }
    int heard;
    do {
      heard = woken.get();
      round();
    } while (!woken.compareAndSet(heard, 0));
  }

  private void round() {
    try {
      drain();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The work on alarms waits: {0}", Outage.words(e));
    } catch (Error e) {
      woken.set(0);
      throw e;
    }
  }

  /** Looks at what changes by time alone. */
  public void tick() {
    wake();
    try {
      step.due();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Alarms that are due wait: {0}", Outage.words(e));
    }
  }

  private void drain() {
    int done;
    do {
      done = some();
    } while (done > 0);
  }

  private int some() {
    try {
      return step.events(BATCH);
    } catch (RuntimeException e) {
      if (Outage.caused(e)) {
        throw e;
      }
      LOG.log(Level.WARNING, "A batch of events failed and is tried one by one", e);
      return oneByOne();
    }
  }

  private int oneByOne() {
    int done = 0;
    for (int i = 0; i < BATCH; i++) {
      try {
        if (step.events(1) == 0) {
          return done;
        }
      } catch (RuntimeException e) {
        if (Outage.caused(e)) {
          throw e;
        }
        LOG.log(Level.ERROR, "An event raised no alarm because the work on it failed", e);
        step.skip(Outage.words(e));
      }
      done++;
    }
    return done;
  }
}
