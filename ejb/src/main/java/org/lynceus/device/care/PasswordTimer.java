package org.lynceus.device.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.DomainException;

/**
 * Settles changes of passwords that a crash or a silent device left open: a few tries, further and
 * further apart, on whichever node takes the row first.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordTimer {
  private static final System.Logger LOG = System.getLogger(PasswordTimer.class.getName());

  @Inject private PasswordChanges changes;
  @Inject private PasswordSettlement settlement;

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void settle() {
    try {
      for (UUID device : changes.due()) {
        settle(device);
      }
    } catch (DatabaseException away) {
      LOG.log(System.Logger.Level.DEBUG, "Open changes of passwords cannot be read now", away);
    }
  }

  private void settle(UUID device) {
    try {
      LOG.log(
          System.Logger.Level.INFO,
          "Device {0} holds its {1} password",
          device,
          settlement.settle(device).name().toLowerCase(java.util.Locale.ROOT));
    } catch (DomainException open) {
      LOG.log(
          System.Logger.Level.WARNING,
          "It stays open which password device {0} has: {1}",
          device,
          open.getMessage());
    }
  }
}
