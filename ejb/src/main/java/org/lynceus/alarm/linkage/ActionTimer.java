package org.lynceus.alarm.linkage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks for actions whose time has come, and forgets old pictures and notices. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActionTimer {
  @Inject private ActionWork work;
  @Inject private AlarmKeepsakes keepsakes;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    work.tick();
  }

  @Schedule(hour = "*", minute = "23", second = "0", persistent = false)
  public void forget() {
    keepsakes.forget();
  }
}
