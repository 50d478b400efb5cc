package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.ChannelFilter;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** How long recordings are kept, and the log of what was deleted. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class RetentionService {
  private static final int MOST_AT_ONCE = 1000;

  @Inject private Database database;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private Rights rights;
  @Inject private Event<PlansChanged> changed;

  public ChannelRetention retention(UUID channel) {
    devices.channel(channel);
    ChannelRetention found =
        database.first(
            "select * from channel_retention where channel_id = ?",
            RetentionService::read,
            channel);
    return found == null ? ChannelRetention.NEVER_SET : found;
  }

  /** What was set, by channel; for retention. */
  @PermitAll
  public Map<UUID, ChannelRetention> all() {
    Map<UUID, ChannelRetention> all = new HashMap<>();
    database.list(
        "select * from channel_retention", row -> all.put(Sql.uuid(row, "channel_id"), read(row)));
    return all;
  }

  /** Sets it; the record's version is the one the caller saw. */
  @Needs(Function.RECORDING_CONFIGURE)
  public ChannelRetention set(UUID channel, ChannelRetention asked) {
    String name = devices.channel(Function.RECORDING_CONFIGURE, channel).name();
    ChannelRetention wanted = asked.checked();
    requireGroup(wanted);
    ChannelRetention before = retention(channel);
    String sql =
        wanted.version() == 0
            ? "insert into channel_retention (min_days, max_days, quota_bytes, volume_group_id,"
                + " channel_id, version) select ?, ?, ?, ?, ?, 1 + ? on conflict do nothing"
            : "update channel_retention set min_days = ?, max_days = ?, quota_bytes = ?,"
                + " volume_group_id = ?, version = version + 1 where channel_id = ? and version = ?";
    Limits.changed(
        database.update(
            sql,
            wanted.minDays(),
            wanted.maxDays(),
            wanted.quotaBytes(),
            wanted.volumeGroupId(),
            channel,
            wanted.version()),
        "retention");
    audit.note(AuditAct.of("recording.retention", "channel", channel, name).was(before).is(wanted));
    changed.fire(new PlansChanged());
    return retention(channel);
  }

  /**
   * Sets it for many channels at once, whatever was set before; the version is not looked at.
   *
   * @return those that exist and were set
   */
  @Needs(Function.RECORDING_CONFIGURE)
  public Set<UUID> setAll(Collection<UUID> channels, ChannelRetention asked) {
    if (channels.isEmpty() || channels.size() > MOST_AT_ONCE) {
      throw DomainException.invalid(
          "/channelIds", "Set 1 to " + MOST_AT_ONCE + " channels at once.");
    }
    ChannelRetention wanted = asked.checked();
    requireGroup(wanted);
    Set<UUID> known = new LinkedHashSet<>(channels);
    known.retainAll(devices.channelNames().keySet());
    Permits permits = rights.permits();
    known.removeIf(id -> !permits.mayAtChannel(Function.RECORDING_CONFIGURE, id));
    database.batch(
        """
        insert into channel_retention (channel_id, min_days, max_days, quota_bytes,
          volume_group_id, version) values (?, ?, ?, ?, ?, 1)
        on conflict (channel_id) do update set min_days = excluded.min_days,
          max_days = excluded.max_days, quota_bytes = excluded.quota_bytes,
          volume_group_id = excluded.volume_group_id, version = channel_retention.version + 1
        """,
        known.stream()
            .sorted()
            .map(
                id ->
                    new @Nullable Object[] {
                      id,
                      wanted.minDays(),
                      wanted.maxDays(),
                      wanted.quotaBytes(),
                      wanted.volumeGroupId()
                    })
            .toList());
    audit.note(
        AuditAct.of("recording.retention", "channel", null, known.size() + " channels")
            .is(java.util.Map.of("channelIds", known, "retention", wanted)));
    changed.fire(new PlansChanged());
    return known;
  }

  private void requireGroup(ChannelRetention wanted) {
    if (wanted.volumeGroupId() != null
        && database.number("select count(*) from volume_group where id = ?", wanted.volumeGroupId())
            == 0) {
      throw DomainException.invalid("/volumeGroupId", "There is no such volume group.");
    }
  }

  /** What was deleted, newest first. */
  @Needs(Function.RECORDING_PLAY)
  public Page<Deletion> deletions(int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    ChannelFilter seen =
        ChannelFilter.channels("channel_id", rights.scope(Function.RECORDING_PLAY));
    return Page.cut(
        database.list(
            "select * from segment_deletion where id < ? and "
                + seen.sql()
                + " order by id desc limit ?",
            RetentionService::deletion,
            seen.between(
                List.of(key == null ? Long.MAX_VALUE : key.number()), Limits.page(limit) + 1)),
        limit,
        d -> new PageKey("", Long.toString(d.id())));
  }

  private static ChannelRetention read(ResultSet row) throws SQLException {
    return new ChannelRetention(
        row.getObject("min_days", Integer.class),
        row.getObject("max_days", Integer.class),
        row.getObject("quota_bytes", Long.class),
        row.getObject("volume_group_id", UUID.class),
        row.getLong("version"));
  }

  private static Deletion deletion(ResultSet row) throws SQLException {
    return new Deletion(
        row.getLong("id"),
        Sql.instant(row, "at"),
        Sql.uuid(row, "channel_id"),
        StreamKind.valueOf(row.getString("stream")),
        row.getString("channel_name"),
        row.getObject("day", java.time.LocalDate.class),
        DeletionReason.valueOf(row.getString("reason")),
        row.getInt("files"),
        row.getLong("bytes"));
  }
}
