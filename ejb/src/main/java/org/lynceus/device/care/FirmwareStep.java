package org.lynceus.device.care;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceService;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifProbe;
import org.lynceus.device.OnvifTarget;
import org.lynceus.protocols.onvif.DeviceInformation;
import org.lynceus.protocols.onvif.FirmwareUpgrade;
import org.lynceus.protocols.onvif.FirmwareUpgrade.Invitation;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Sends a firmware to a device and waits until the device is back with another version. A device
 * that comes back as it was, or not at all, is told as failed; nothing is sent a second time.
 */
@ApplicationScoped
public class FirmwareStep implements BatchStep {
  private static final Duration SENDING = Duration.ofMinutes(10);
  private static final Duration LEAST_WAIT = Duration.ofMinutes(5);
  private static final Duration MOST_WAIT = Duration.ofMinutes(20);
  private static final long LOOK_EVERY_SECONDS = 3;

  @Inject private FirmwareStore store;
  @Inject private FirmwareFiles files;
  @Inject private DeviceQueries devices;
  @Inject private DeviceService service;
  @Inject private OnvifConnections connections;
  @Inject private OnvifProbe probe;
  @Inject private Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @PreDestroy
  void stop() {
    stopping.countDown();
  }

  @Override
  public BatchAct act() {
    return BatchAct.FIRMWARE;
  }

  @Override
  public void step(DeviceBatch batch, BatchItem item) {
    Firmware firmware = batch.firmware() == null ? null : store.find(batch.firmware());
    if (firmware == null) {
      throw new DomainException(ProblemType.CONFLICT, "The firmware was removed meanwhile.");
    }
    Path file = files.checked(firmware);
    OnvifTarget target = devices.managed(item.deviceId());
    String before = connections.device(target, device -> device.information().firmware());
    Invitation invitation =
        connections.device(target, device -> new FirmwareUpgrade(device).start());
    pause(invitation.delay().toSeconds());
    connections.device(
        target,
        device -> {
          new FirmwareUpgrade(device).send(invitation, file, SENDING);
          return true;
        });
    connections.drop(item.deviceId());
    DeviceInformation after = awaited(target, before, wait(invitation));
    service.upgradedOrdered(item.deviceId(), after.firmware(), batch.by());
  }

  private static Duration wait(Invitation invitation) {
    Duration told = invitation.downTime().multipliedBy(2).plus(LEAST_WAIT);
    return told.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : told;
  }

  /** What the device says once it has another version. */
  private DeviceInformation awaited(OnvifTarget target, String before, Duration wait) {
    Instant end = clock.instant().plus(wait);
    boolean away = false;
    boolean back = false;
    while (clock.instant().isBefore(end) && !(away && back)) {
      pause(LOOK_EVERY_SECONDS);
      @Nullable DeviceInformation now = asked(target);
      if (now != null && !now.firmware().equals(before)) {
        return now;
      }
      back = now != null;
      away |= now == null;
    }
    throw back
        ? failed("firmware-same", "The device took the file and still has version " + before + ".")
        : failed(
            "firmware-lost",
            "The device has not come back within " + wait.toMinutes() + " minutes.");
  }

  private @Nullable DeviceInformation asked(OnvifTarget target) {
    try {
      return probe.connect(target.url(), target.credentials(), target.certificate()).information();
    } catch (OnvifException away) {
      return null;
    }
  }

  private void pause(long seconds) {
    try {
      if (stopping.await(seconds, TimeUnit.SECONDS)) {
        throw failed("interrupted", "The center stopped while the device was being upgraded.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", "The center stopped while the device was being upgraded.");
    }
  }

  private static DomainException failed(String code, String text) {
    return new DomainException(
        ProblemType.CAMERA_UNUSABLE, text, new Reason(code, text), List.of());
  }
}
