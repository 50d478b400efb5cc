package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/** The tables of clocks: what was seen of them, and when they are set. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ClockStore {
  @Inject private Database database;

  /** Keeps what was seen; a device that is not there any more is left out. */
  public void keep(UUID device, long offsetMillis, Instant at, boolean wrong) {
    database.update(
        "insert into device_clock (device_id, offset_millis, seen_at, wrong)"
            + " select id, ?, ?, ? from device where id = ?"
            + " on conflict (device_id) do update set offset_millis = excluded.offset_millis,"
            + " seen_at = excluded.seen_at, wrong = excluded.wrong",
        offsetMillis,
        at,
        wrong,
        device);
  }

  public void wasSet(UUID device, Instant at) {
    database.update("update device_clock set set_at = ? where device_id = ?", at, device);
  }

  public @Nullable DeviceClock clock(UUID device) {
    return database.first(
        "select * from device_clock where device_id = ?", ClockStore::read, device);
  }

  /** Clocks that are wrong, the worst first. */
  public List<DeviceClock> wrong() {
    return database.list(
        "select * from device_clock where wrong order by abs(offset_millis) desc, device_id",
        ClockStore::read);
  }

  private static DeviceClock read(ResultSet row) throws SQLException {
    return new DeviceClock(
        Sql.uuid(row, "device_id"),
        row.getLong("offset_millis"),
        Sql.instant(row, "seen_at"),
        row.getBoolean("wrong"),
        Sql.instantOrNull(row, "set_at"));
  }

  public ClockSchedule schedule() {
    return Objects.requireNonNull(
        database.first(
            "select * from clock_schedule",
            row ->
                new ClockSchedule(
                    row.getBoolean("enabled"),
                    row.getObject("at", LocalTime.class),
                    row.getInt("drift_seconds"))));
  }

  /** Sets the schedule; its next run is the next time its hour comes. */
  public void set(ClockSchedule schedule, LocalDate lastRun) {
    database.update(
        "update clock_schedule set enabled = ?, at = ?, drift_seconds = ?, run_on = ?",
        schedule.enabled(),
        schedule.at(),
        schedule.driftSeconds(),
        lastRun);
  }

  /** Takes today's run when it is due and nobody has taken it. */
  public boolean takeRun(LocalDate today, LocalTime now) {
    return database.update(
            "update clock_schedule set run_on = ? where enabled and at <= ?"
                + " and (run_on is null or run_on < ?)",
            today,
            now,
            today)
        == 1;
  }
}
