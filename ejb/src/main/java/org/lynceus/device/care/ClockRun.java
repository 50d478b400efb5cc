package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.ClockReading;
import org.lynceus.device.DeviceAddress;
import org.lynceus.device.DeviceClockSeen;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.OnvifConnections;
import org.lynceus.job.ManyAtOnce;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.DeviceManagement.TimeSource;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;

/**
 * Sets the clocks of all ONVIF devices that are off by too much. A device that asks a time server
 * is left alone, since it would not keep what it is told. One that fails is asked once more, when
 * all others were.
 */
@ApplicationScoped
public class ClockRun {
  private static final Logger LOG = System.getLogger(ClockRun.class.getName());
  private static final int AT_ONCE = 8;

  @Inject private DeviceQueries devices;
  @Inject private OnvifConnections connections;
  @Inject private ClockStore store;
  @Inject private ManyAtOnce many;
  @Inject private AuditLog audit;
  @Inject private Clock clock;
  @Inject private Event<DeviceClockSeen> seen;

  /** A device to ask, for the first time or again. */
  private record Turn(DeviceRecord device, boolean again) {}

  /** Asks each device and sets those that are off by more; returns when all were asked. */
  void run(Duration drift) {
    Queue<Turn> left = new ConcurrentLinkedQueue<>();
    for (DeviceRecord device : devices.all()) {
      if (DeviceAddress.onvif(device.url())) {
        left.add(new Turn(device, false));
      }
    }
    many.run(AT_ONCE, () -> next(left, drift), () -> {});
  }

  private boolean next(Queue<Turn> left, Duration drift) {
    Turn turn = left.poll();
    if (turn == null) {
      return false;
    }
    try {
      one(turn.device(), drift);
    } catch (DomainException away) {
      if (turn.again()) {
        LOG.log(
            Level.INFO, "The clock of {0} was not set: {1}", turn.device().id(), away.getMessage());
      } else {
        left.add(new Turn(turn.device(), true));
      }
    } catch (RuntimeException bug) {
      LOG.log(Level.WARNING, "The clock of a device could not be set", bug);
    }
    return true;
  }

  private void one(DeviceRecord device, Duration drift) {
    Long before =
        connections.device(devices.managed(device.id()), asked -> set(device, asked, drift));
    if (before != 0) {
      store.wasSet(device.id(), clock.instant());
      audit.noteOfCenter(
          "clock schedule",
          AuditAct.of("device.clock", "device", device.id(), device.name())
              .was(java.util.Map.of("offsetMillis", before)));
    }
  }

  /** How far the clock was off when it was set; 0: it was left alone. */
  private Long set(DeviceRecord device, OnvifDevice asked, Duration drift) throws OnvifException {
    DeviceManagement management = new DeviceManagement(asked);
    ClockReading reading = ClockReading.of(management, clock);
    TimeSource source = reading.source();
    Long offset = reading.offsetMillis();
    if (offset == null) {
      return 0L;
    }
    seen.fire(new DeviceClockSeen(device.id(), offset, clock.instant()));
    if (source.ntp() || Math.abs(offset) <= drift.toMillis()) {
      return 0L;
    }
    management.setTime(clock.instant(), source.zone());
    seen.fire(new DeviceClockSeen(device.id(), 0, clock.instant()));
    return offset;
  }
}
