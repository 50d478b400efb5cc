package org.lynceus.device.care;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifTarget;
import org.lynceus.protocols.onvif.DeviceAccounts;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Accounts of an ONVIF device. The one by which the center uses it can be neither changed nor
 * removed here, so that nobody locks the center out. Talks to the device outside any transaction;
 * what it confirmed is noted in the audit log.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceAccountFlow {
  @Inject private DeviceQueries queries;
  @Inject private OnvifConnections connections;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Work with the accounts of a device. */
  private interface Work {
    void with(DeviceAccounts accounts) throws org.lynceus.protocols.onvif.OnvifException;
  }

  public void create(UUID id, String name, String password, AccountLevel level) {
    String user = name(name);
    String secret = password(password);
    does(id, accounts -> accounts.create(user, secret, level.word()));
    note(id, "device.account.add", Map.of("account", user, "level", level));
  }

  /** Changes the level and, unless null, the password. */
  public void set(UUID id, String name, @Nullable String password, AccountLevel level) {
    requireNotOurs(id, name);
    @Nullable String secret = password == null ? null : password(password);
    does(id, accounts -> accounts.set(name, secret, level.word()));
    note(
        id,
        "device.account.change",
        Map.of("account", name, "level", level, "newSignIn", secret != null));
  }

  public void delete(UUID id, String name) {
    requireNotOurs(id, name);
    does(id, accounts -> accounts.delete(name));
    note(id, "device.account.remove", Map.of("account", name));
  }

  private void does(UUID id, Work work) {
    connections.device(
        target(id),
        device -> {
          work.with(new DeviceAccounts(device));
          return true;
        });
  }

  private OnvifTarget target(UUID id) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    return queries.managed(id);
  }

  private void requireNotOurs(UUID id, String name) {
    var credentials = target(id).credentials();
    if (credentials != null && credentials.user().equals(name)) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "The center uses this account; give it a new password in the list of devices instead.");
    }
  }

  private static String name(String name) {
    String user = Limits.text("/name", name, 1, 32);
    if (!user.matches("[\\w.@-]+")) {
      throw DomainException.invalid(
          "/name", "Devices take letters, digits and . _ - @ in the name of an account.");
    }
    return user;
  }

  private static String password(String password) {
    if (password.length() < StrongPassword.LEAST
        || password.length() > 64
        || password.chars().anyMatch(Character::isISOControl)) {
      throw DomainException.invalid("/password", "The password needs 8 to 64 characters.");
    }
    return password;
  }

  private void note(UUID id, String action, Object after) {
    audit.note(AuditAct.of(action, "device", id, queries.device(id).name()).is(after));
  }
}
