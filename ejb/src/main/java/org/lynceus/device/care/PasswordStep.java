package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifTarget;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.DeviceManagement.DeviceUser;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Gives the account by which the center uses a device a strong password of its own. The new one is
 * stored, sealed, right before the device is told; whatever happens then, {@link
 * PasswordSettlement} finds out which of the two holds, so that the only password is never lost.
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
    Optional<DomainException> doubt = tell(target, now.user(), fresh, batch.by());
    if (settlement.settle(item.deviceId()) == PasswordSettlement.Holds.OLD) {
      throw doubt.orElseGet(
          () ->
              failed(
                  "password-kept",
                  "The device took the new password and still wants the old one."));
    }
  }

  /** Tells the device; empty when it said yes, else why it is not known whether it has taken it. */
  private Optional<DomainException> tell(OnvifTarget target, String user, String fresh, String by) {
    AtomicBoolean told = new AtomicBoolean();
    Optional<Fault> refused;
    try {
      refused =
          connections.device(
              target,
              device -> {
                DeviceManagement management = new DeviceManagement(device);
                DeviceUser account = account(management, user);
                changes.propose(target.deviceId(), fresh, by);
                told.set(true);
                return set(management, account, fresh);
              });
    } catch (DomainException failed) {
      if (told.get()) {
        return Optional.of(failed);
      }
      throw failed;
    }
    if (refused.isPresent()) {
      changes.drop(target.deviceId());
      throw failed("password-refused", refused.get().text());
    }
    return Optional.empty();
  }

  private static DeviceUser account(DeviceManagement management, String user)
      throws OnvifException {
    return management.users().stream()
        .filter(one -> one.name().equals(user))
        .findFirst()
        .orElse(new DeviceUser(user, "Administrator"));
  }

  /** What the device refused it with, in its own words; empty when it said yes. */
  private static Optional<Fault> set(DeviceManagement management, DeviceUser account, String fresh)
      throws OnvifException {
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

  private static DomainException failed(String code, String text) {
    return new DomainException(
        ProblemType.CAMERA_UNUSABLE, text, new Reason(code, text), List.of());
  }
}
