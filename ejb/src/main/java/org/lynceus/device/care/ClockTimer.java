package org.lynceus.device.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.Settings;

/** Runs the schedule of clocks once a day, on one node, and never twice at the same time. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClockTimer {
  private static final System.Logger LOG = System.getLogger(ClockTimer.class.getName());

  @Inject private ClockStore store;
  @Inject private ClockRun run;
  @Inject private Clock clock;
  @Inject private Settings settings;
  private final AtomicBoolean running = new AtomicBoolean();

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  public void look() {
    try {
      ZonedDateTime now = clock.instant().atZone(settings.zone());
      if (store.takeRun(now.toLocalDate(), now.toLocalTime())) {
        run();
      }
    } catch (DatabaseException away) {
      LOG.log(System.Logger.Level.DEBUG, "The schedule of clocks cannot be read now", away);
    }
  }

  /** Runs now; does nothing while it runs already. */
  public void run() {
    if (running.compareAndSet(false, true)) {
      try {
        run.run(Duration.ofSeconds(store.schedule().driftSeconds()));
      } finally {
        running.set(false);
      }
    }
  }
}
