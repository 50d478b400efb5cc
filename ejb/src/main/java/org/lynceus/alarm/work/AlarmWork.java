package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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
  private final ReentrantLock working = new ReentrantLock();

  /** Works until nothing is left; returns at once when this node is at it already. */
  public void wake() {
    if (working.tryLock()) {
      try {
        drain();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "The work on alarms waits: {0}", cause(e));
      } finally {
        working.unlock();
      }
    }
  }

  /** Looks at what changes by time alone. */
  public void tick() {
    wake();
    try {
      step.due();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Alarms that are due wait: {0}", cause(e));
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
      if (fleeting(e)) {
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
        if (fleeting(e)) {
          throw e;
        }
        LOG.log(Level.ERROR, "An event raised no alarm because the work on it failed", e);
        step.skip(cause(e));
      }
      done++;
    }
    return done;
  }

  /** Whether the same may work later: the database is away, full or too busy. */
  static boolean fleeting(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.matches("(08|40|53|55|57|58).*");
      }
    }
    return false;
  }

  private static String cause(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName() + ": " + last.getMessage();
  }
}
