package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.lynceus.shared.Outage;
import org.lynceus.shared.Rounds;

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

  private final Rounds rounds = new Rounds(this::round);

  /** Works until nothing is left; returns at once when this node is at it already. */
  public void wake() {
    rounds.wake();
  }

  private void round() {
    try {
      drain();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The work on alarms waits: {0}", Outage.words(e));
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
    boolean more;
    do {
      more = some();
    } while (more);
  }

  private boolean some() {
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

  private boolean oneByOne() {
    for (int i = 0; i < BATCH; i++) {
      try {
        if (!step.events(1)) {
          return false;
        }
      } catch (RuntimeException e) {
        if (Outage.caused(e)) {
          throw e;
        }
        LOG.log(Level.ERROR, "An event raised no alarm because the work on it failed", e);
        step.skip(Outage.words(e));
      }
    }
    return true;
  }
}
