package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifTarget;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.DeviceManagement.DeviceUser;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Gives the account by which the center uses a device a strong password of its own. The new one is
 * stored, sealed, before the device is told; whatever happens then, {@link PasswordSettlement}
 * finds out which of the two holds, so that the only password is never lost.
 */
@ApplicationScoped
public class PasswordStep implements BatchStep {
  @Inject private DeviceQueries devices;
  @Inject private OnvifConnections connections;
  @Inject private PasswordChanges changes;
  @Inject private PasswordSettlement settlement;
  private final SecureRandom random = new SecureRandom();

  @Override
  public BatchAct act() {
    return BatchAct.PASSWORDS;
  }

  @Override
  public void step(DeviceBatch batch, BatchItem item) {
    OnvifTarget target = devices.managed(item.deviceId());
    Credentials now = target.credentials();
    if (now == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "The device is used without a user; there is nothing to change.");
    }
    if (changes.pending(item.deviceId()) != null) {
      settlement.settle(item.deviceId());
      target = devices.managed(item.deviceId());
    }
    int length = batch.length() == null ? StrongPassword.USUAL : batch.length();
    String fresh = StrongPassword.of(random, length);
    changes.propose(item.deviceId(), fresh, batch.by());
    tell(target, now.user(), fresh);
    if (settlement.settle(item.deviceId()) == PasswordSettlement.Holds.OLD) {
      throw new DomainException(
          ProblemType.CAMERA_UNUSABLE,
          "The device said yes and kept its old password.",
          new Reason(
              "password-kept", "The device took the new password and still wants the old one."),
          java.util.List.of());
    }
  }

  /**
   * Tells the device; returns when it said yes, or when it is not known whether it has taken it.
   */
  private void tell(OnvifTarget target, String user, String fresh) {
    AtomicBoolean told = new AtomicBoolean();
    Optional<Fault> refused;
    try {
      refused = connections.device(target, device -> set(device, user, fresh, told));
    } catch (DomainException failed) {
      if (told.get()) {
        return;
      }
      changes.drop(target.deviceId());
      throw failed;
    }
    if (refused.isPresent()) {
      changes.drop(target.deviceId());
      String text = refused.get().text();
      throw new DomainException(
          ProblemType.CAMERA_UNUSABLE,
          text,
          new Reason("password-refused", text),
          java.util.List.of());
    }
  }

  private static Optional<Fault> set(
      OnvifDevice device, String user, String fresh, AtomicBoolean told) throws OnvifException {
    DeviceManagement management = new DeviceManagement(device);
    DeviceUser account =
        management.users().stream()
            .filter(one -> one.name().equals(user))
            .findFirst()
            .orElse(new DeviceUser(user, "Administrator"));
    told.set(true);
    try {
      management.setPassword(account, fresh);
      return Optional.empty();
    } catch (OnvifException e) {
      if (e.refused()) {
        return Optional.of(e.fault());
      }
      throw e;
    }
  }
}
