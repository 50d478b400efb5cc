package org.lynceus.event;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Makes the tables of the days to come and drops those that are too old, and news for nodes that
 * went, every ten minutes.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventKeeping {
  private static final Logger LOG = System.getLogger(EventKeeping.class.getName());
  private static final int AHEAD = 3;

  @Inject private EventDays days;
  @Inject private EventRetentionService retention;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** What fails is said in the log and tried again: until then events wait among the others. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  public void keep() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      for (int ahead = 0; ahead <= AHEAD; ahead++) {
        days.prepare(today.plusDays(ahead));
      }
      int dropped = days.forget(today.minusDays(retention.current().days()));
      if (dropped > 0) {
        LOG.log(Level.INFO, "Events of {0} days were dropped: they are too old", dropped);
      }
      outbox.forget();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The tables of events could not be kept; tried again in 10 min", e);
    }
  }
}
