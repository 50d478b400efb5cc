package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifProbe;
import org.lynceus.device.OnvifTarget;
import org.lynceus.device.care.PasswordChanges.Pending;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Finds out which of two passwords a device has: asks once with the new one, then once with the old
 * one, on connections of their own, and stores what it learned. A device that answers neither way
 * stays unsettled; both passwords are kept.
 */
@ApplicationScoped
public class PasswordSettlement {
  /** Which password the device has. */
  enum Holds {
    NEW,
    OLD
  }

  @Inject private PasswordChanges changes;
  @Inject private DeviceQueries devices;
  @Inject private OnvifProbe probe;
  @Inject private OnvifConnections connections;

  /** Settles the change of a device; refuses while nobody can know. */
  Holds settle(UUID device) {
    Pending pending = changes.pending(device);
    if (pending == null) {
      return Holds.OLD;
    }
    OnvifTarget target = devices.managed(device);
    Credentials now = target.credentials();
    if (now == null) {
      changes.drop(device);
      return Holds.OLD;
    }
    @Nullable Fault withNew = asked(target, new Credentials(now.user(), pending.candidate()));
    if (withNew == null) {
      changes.take(pending);
      connections.drop(device);
      return Holds.NEW;
    }
    if (withNew.code() == FaultCode.UNAUTHORIZED) {
      @Nullable Fault withOld = asked(target, now);
      if (withOld == null) {
        changes.drop(device);
        return Holds.OLD;
      }
    }
    throw new DomainException(
        ProblemType.CAMERA_UNUSABLE,
        "It is not known which password the device has: " + withNew.text(),
        new Reason(
            "password-unsettled",
            "The device did not confirm either password; both are kept. The center asks again by"
                + " itself a few times."),
        List.of());
  }

  /** Asks what only the right password is told; null when it was answered. */
  private @Nullable Fault asked(OnvifTarget target, Credentials credentials) {
    try {
      new DeviceManagement(probe.connect(target.url(), credentials, target.certificate())).users();
      return null;
    } catch (OnvifException e) {
      return e.fault();
    }
  }
}
