package org.lynceus.device.care;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Executors;
import org.lynceus.shared.Settings;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** What people do with clocks of devices: see which are wrong, say when they are set. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class ClockService {
  @Resource(lookup = Executors.WORK)
  private ManagedExecutorService executor;

  @Inject private ClockStore store;
  @Inject private ClockTimer timer;
  @Inject private AuditLog audit;
  @Inject private Rights rights;
  @Inject private Clock clock;
  @Inject private Settings settings;

  public ClockSchedule schedule() {
    return store.schedule();
  }

  /** Sets the schedule of the center. */
  public ClockSchedule set(ClockSchedule wanted) {
    rights.requireEverywhere(Function.DEVICE_CONFIGURE);
    if (wanted.driftSeconds() < 1 || wanted.driftSeconds() > 3600) {
      throw DomainException.invalid("/driftSeconds", "The difference is 1 to 3600 seconds.");
    }
    ClockSchedule before = store.schedule();
    ZonedDateTime now = clock.instant().atZone(settings.zone());
    LocalDate today = now.toLocalDate();
    store.set(wanted, wanted.at().isAfter(now.toLocalTime()) ? today.minusDays(1) : today);
    audit.note(
        AuditAct.of("device.clock.schedule", "device", null, "clocks of devices")
            .was(before)
            .is(wanted));
    return wanted;
  }

  /** Sets the clocks that are off now, in the background. */
  public void run() {
    rights.requireEverywhere(Function.DEVICE_CONFIGURE);
    audit.note(AuditAct.of("device.clock.run", "device", null, "clocks of devices"));
    executor.execute(timer::run);
  }

  /** Clocks that are wrong, of devices that the caller may configure. */
  public List<DeviceClock> wrong() {
    Permits permits = rights.permits();
    return store.wrong().stream()
        .filter(one -> permits.mayAtDevice(Function.DEVICE_CONFIGURE, one.deviceId()))
        .toList();
  }
}
