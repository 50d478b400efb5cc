package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Locks on recordings. An operator may lock; only an administrator may remove a lock, with a
 * reason. Both are audited.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class LockService {
  private static final int MOST_CHANNELS = 1000;
  private static final String SELECT =
      """
      select l.*, array(select c.channel_id from recording_lock_channel c where c.lock_id = l.id
        order by 1) as channels from recording_lock l
      """;

  @Resource private SessionContext context;
  @Inject private Database database;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** Locks that hold, of one channel or of all, that overlap the range if one is given. */
  @Needs(Function.RECORDING_PLAY)
  public List<RecordingLock> locks(@Nullable UUID channel, @Nullable TimeRange range) {
    Permits permits = rights.permits();
    if (permits.mayEverywhere(Function.RECORDING_PLAY)) {
      return stored(channel, range);
    }
    return stored(channel, range).stream()
        .map(
            lock ->
                lock.with(
                    lock.channelIds().stream()
                        .filter(id -> permits.mayAtChannel(Function.RECORDING_PLAY, id))
                        .toList()))
        .filter(lock -> !lock.channelIds().isEmpty())
        .filter(lock -> channel == null || lock.channelIds().contains(channel))
        .toList();
  }

  private List<RecordingLock> stored(@Nullable UUID channel, @Nullable TimeRange range) {
    Instant now = clock.instant();
    return database.list(
        SELECT
            + " where (l.until_at is null or l.until_at > ?) and (?::uuid is null or exists (select"
            + " 1 from recording_lock_channel c where c.lock_id = l.id and c.channel_id = ?))"
            + " and l.from_at < ? and l.to_at > ? order by l.created_at desc limit 10000",
        LockService::lock,
        now,
        channel,
        channel,
        range == null ? Instant.parse("9999-12-31T00:00:00Z") : range.to(),
        range == null ? Instant.EPOCH : range.from());
  }

  /** All locks that hold; for retention. */
  @PermitAll
  public List<RecordingLock> holding() {
    return stored(null, null);
  }

  /**
   * Locks a range.
   *
   * @param until end of an incident's lock, null for a legal hold
   */
  public RecordingLock add(
      List<UUID> channels,
      TimeRange range,
      RecordingLock.Kind kind,
      @Nullable Instant until,
      String reason) {
    Instant now = clock.instant();
    if (channels.isEmpty() || channels.size() > MOST_CHANNELS) {
      throw DomainException.invalid("/channelIds", "Lock 1 to " + MOST_CHANNELS + " channels.");
    }
    if ((kind == RecordingLock.Kind.INCIDENT) == (until == null)) {
      throw DomainException.invalid(
          "/until", "An incident's lock has an end, a legal hold has none.");
    }
    if (until != null && !until.isAfter(now)) {
      throw DomainException.invalid("/until", "The end of the lock must be in the future.");
    }
    devices.requireChannels(Function.RECORDING_LOCK, channels);
    RecordingLock lock =
        new RecordingLock(
            ids.next(),
            channels.stream().distinct().toList(),
            range,
            kind,
            until,
            Limits.text("/reason", reason, 3, 1000),
            context.getCallerPrincipal().getName(),
            now);
    save(lock);
    audit.note(
        AuditAct.of("recording.lock", "recording-lock", lock.id(), describe(lock))
            .because(lock.reason())
            .is(lock));
    return lock;
  }

  @Needs(Function.RECORDING_CONFIGURE)
  public void remove(UUID id, @Nullable String reason) {
    RecordingLock lock = database.first(SELECT + " where l.id = ?", LockService::lock, id);
    Permits permits = rights.permits();
    if (lock == null
        || !permits.visible().all() && lock.channelIds().stream().noneMatch(permits::sees)) {
      throw DomainException.notFound("lock");
    }
    if (!lock.channelIds().stream()
        .allMatch(channel -> permits.mayAtChannel(Function.RECORDING_CONFIGURE, channel))) {
      throw new DomainException(
          ProblemType.FORBIDDEN,
          "This lock holds recordings of cameras that you may not configure.");
    }
    String why = Limits.text("reason", reason == null ? "" : reason, 3, 1000);
    database.update("delete from recording_lock where id = ?", id);
    audit.note(
        AuditAct.of("recording.unlock", "recording-lock", id, describe(lock))
            .because(why)
            .was(lock));
  }

  private void save(RecordingLock lock) {
    database.update(
        "insert into recording_lock (id, from_at, to_at, kind, until_at, reason, by_user,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        lock.id(),
        lock.range().from(),
        lock.range().to(),
        lock.kind(),
        lock.until(),
        lock.reason(),
        lock.by(),
        lock.createdAt());
    database.batch(
        "insert into recording_lock_channel (lock_id, channel_id) values (?, ?)",
        lock.channelIds().stream().map(channel -> new Object[] {lock.id(), channel}).toList());
  }

  private static String describe(RecordingLock lock) {
    return lock.kind()
        + " "
        + lock.range().from()
        + " to "
        + lock.range().to()
        + ", "
        + lock.channelIds().size()
        + " channels, lock "
        + lock.id();
  }

  private static RecordingLock lock(ResultSet row) throws SQLException {
    return new RecordingLock(
        Sql.uuid(row, "id"),
        List.of((UUID[]) row.getArray("channels").getArray()),
        new TimeRange(Sql.instant(row, "from_at"), Sql.instant(row, "to_at")),
        RecordingLock.Kind.valueOf(row.getString("kind")),
        Sql.instantOrNull(row, "until_at"),
        row.getString("reason"),
        row.getString("by_user"),
        Sql.instant(row, "created_at"));
  }
}
