package org.lynceus.alarm.work;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks for events whose wake-up was lost and for alarms that change by time alone. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlarmTimer {
  @Inject private AlarmWork work;
  @Inject private AlarmStep step;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void tick() {
    work.tick();
  }

  @Schedule(hour = "*", minute = "17", second = "0", persistent = false)
  public void forget() {
    step.forget();
  }
}
