package org.lynceus.device.care;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceService;
import org.lynceus.device.Vault;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Sql;

/**
 * Passwords that a device was told, or is about to be told, and of which it is not known yet
 * whether they hold. A row is there before the device is asked and goes in the transaction that
 * stores the outcome.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasswordChanges {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /** Tries that follow by themselves, further and further apart; afterwards a person decides. */
  private static final int TRIES = 3;

  @Inject private Database database;
  @Inject private Vault vault;
  @Inject private DeviceService devices;
  @Inject private Clock clock;

  /** A password that may hold. */
  public record Pending(UUID deviceId, String candidate, String by) {
    @Override
    public String toString() {
      return "Pending[deviceId=" + deviceId + "]";
    }
  }

  /** Keeps the candidate; refuses while another is not settled. */
  public void propose(UUID device, String candidate, String by) {
    Instant now = clock.instant();
    int rows =
        database.update(
            "insert into device_password_change (device_id, candidate, by_user, begun_at, next_at)"
                + " values (?, ?, ?, ?, ?) on conflict (device_id) do nothing",
            device,
            vault.seal(device, candidate),
            by,
            now,
            now.plus(FIRST_PAUSE));
    if (rows != 1) {
      throw new DomainException(
          ProblemType.CONFLICT, "Another change of this device's password is not settled yet.");
    }
  }

  public @Nullable Pending pending(UUID device) {
    return database.first(
        "select * from device_password_change where device_id = ?",
        row ->
            new Pending(
                device, vault.open(device, row.getBytes("candidate")), row.getString("by_user")),
        device);
  }

  /** The device has the candidate: it becomes the password of the device. */
  public void take(Pending pending) {
    UUID device = pending.deviceId();
    devices.setPasswordOrdered(device, vault.seal(device, pending.candidate()), pending.by());
    drop(device);
  }

  /** The device has not the candidate. */
  public void drop(UUID device) {
    database.update("delete from device_password_change where device_id = ?", device);
  }

  /** Takes devices whose next try is due; each is due again only after a longer pause. */
  public List<UUID> due() {
    Instant now = clock.instant();
    return database.list(
        """
        update device_password_change c set tries = tries + 1,
          next_at = ?::timestamptz + (tries * tries + 1) * interval '10 minutes'
        where device_id in (select device_id from device_password_change
          where next_at <= ? and tries < ? order by next_at limit 20 for update skip locked)
        returning device_id
        """,
        row -> Sql.uuid(row, "device_id"),
        now,
        now,
        TRIES);
  }

  /** Devices of which it is not known which password holds. */
  public List<UUID> unsettled() {
    return database.list(
        "select device_id from device_password_change", row -> Sql.uuid(row, "device_id"));
  }
}
