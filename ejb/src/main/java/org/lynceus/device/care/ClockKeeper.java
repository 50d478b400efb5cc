package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceClockSeen;
import org.lynceus.shared.DatabaseException;

/**
 * Keeps how far clocks of devices are off, and tells when one becomes wrong or right. Clocks are
 * seen every minute; what is stored is the change, and the rest every ten minutes.
 */
@ApplicationScoped
public class ClockKeeper {
  private static final Logger LOG = System.getLogger(ClockKeeper.class.getName());
  private static final Duration STORED_EVERY = Duration.ofMinutes(10);

  @Inject private ClockStore store;
  @Inject private Event<DeviceClockJudged> judged;
  private final Map<UUID, Known> clocks = new ConcurrentHashMap<>();

  /** What is known of a clock, and when it was stored. */
  private record Known(boolean wrong, Instant storedAt) {}

  void seen(@Observes DeviceClockSeen seen) {
    try {
      clocks.compute(seen.deviceId(), (id, known) -> judge(seen, known));
    } catch (DatabaseException away) {
      LOG.log(Level.DEBUG, "The clock of a device cannot be stored now", away);
    }
  }

  private Known judge(DeviceClockSeen seen, @Nullable Known known) {
    boolean before = known == null ? stored(seen.deviceId()) : known.wrong();
    boolean wrong = DeviceClock.wrong(before, seen.offsetMillis());
    if (known != null
        && wrong == before
        && known.storedAt().plus(STORED_EVERY).isAfter(seen.at())) {
      return known;
    }
    store.keep(seen.deviceId(), seen.offsetMillis(), seen.at(), wrong);
    if (wrong != before) {
      judged.fire(new DeviceClockJudged(seen.deviceId(), wrong, seen.offsetMillis(), seen.at()));
    }
    return new Known(wrong, seen.at());
  }

  private boolean stored(UUID device) {
    DeviceClock clock = store.clock(device);
    return clock != null && clock.wrong();
  }
}
