package org.lynceus.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets the node look once a second whether rights were changed. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RightsTimer {
  @Inject private Rights rights;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void look() {
    rights.refresh();
  }
}
