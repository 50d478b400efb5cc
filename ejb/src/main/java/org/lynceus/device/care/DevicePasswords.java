package org.lynceus.device.care;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceConnection;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.Vault;
import org.lynceus.device.care.PasswordFindings.Finding;
import org.lynceus.device.care.PasswordFindings.Opened;
import org.lynceus.media.Credentials;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * The stored passwords of devices for those who configure them: which are weak, and, as an act of
 * its own with a reason, what one is. They leave the center in no other way.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class DevicePasswords {
  private static final List<String> KNOWN = known();

  @Inject private Database database;
  @Inject private Vault vault;
  @Inject private Rights rights;
  @Inject private DeviceQueries devices;
  @Inject private PasswordChanges changes;
  @Inject private AuditLog audit;

  /** Devices with a weak password at which the caller may change it. */
  public Map<UUID, Finding> weak() {
    Permits permits = rights.permits();
    List<Opened> all =
        database.list(
            "select id, password from device where password is not null",
            row -> {
              UUID id = Sql.uuid(row, "id");
              return new Opened(id, vault.open(id, row.getBytes("password")));
            });
    Map<UUID, Finding> found = PasswordFindings.of(all, KNOWN);
    found.keySet().removeIf(id -> !permits.mayAtDevice(Function.DEVICE_CONFIGURE, id));
    return found;
  }

  /** Devices of the caller of which it is not known which of two passwords holds. */
  public List<UUID> unsettled() {
    Permits permits = rights.permits();
    return changes.unsettled().stream()
        .filter(id -> permits.mayAtDevice(Function.DEVICE_CONFIGURE, id))
        .toList();
  }

  /** Shows the user and password of a device to who says why. */
  public Credentials reveal(UUID device, String reason) {
    DeviceConnection connection = devices.connection(device);
    String why = Limits.text("/reason", reason, 3, 300);
    String user = connection.username();
    byte[] sealed = connection.password();
    if (user == null || sealed == null) {
      throw new DomainException(ProblemType.CONFLICT, "No password is stored for this device.");
    }
    audit.note(
        AuditAct.of("device.password.reveal", "device", device, connection.name()).because(why));
    return new Credentials(user, vault.open(device, sealed));
  }

  private static List<String> known() {
    try (InputStream file =
            Objects.requireNonNull(
                DevicePasswords.class.getResourceAsStream("known-passwords.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
