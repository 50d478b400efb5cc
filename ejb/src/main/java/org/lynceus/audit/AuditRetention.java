package org.lynceus.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.lynceus.shared.Settings;

/** Once a day deletes what is older than the log is kept, from its beginning up to a seal. */
@Singleton
@PermitAll
public class AuditRetention {
  private static final Logger LOG = System.getLogger(AuditRetention.class.getName());

  @Inject private AuditSeals seals;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @Schedule(hour = "3", minute = "40", persistent = false)
  public void cut() {
    int days = settings.auditDays();
    if (days > 0) {
      int deleted = seals.cut(clock.instant().minus(Duration.ofDays(days)));
      if (deleted > 0) {
        LOG.log(
            Level.INFO, "Deleted {0} audit entries older than {1} days", deleted + "", days + "");
      }
    }
  }
}
