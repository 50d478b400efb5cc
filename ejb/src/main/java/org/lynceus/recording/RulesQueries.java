package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.lynceus.media.StreamKind;
import org.lynceus.schedule.TimeTemplate;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.Settings;
import org.lynceus.shared.Sql;

/** Reads everything that decides what is recorded, in one go. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class RulesQueries {
  @Inject private Database database;
  @Inject private PlanQueries plans;
  @Inject private TimeTemplateQueries templates;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * A number over the keys and versions of all devices and rules: the same as long as none was
   * added, changed, removed or has run out. Read before them, it costs a fraction of reading them.
   */
  public String marker() {
    return Objects.requireNonNull(
        database.first(
            """
            select coalesce(sum(hashtextextended(k, 0)), 0) from (
              select 'device ' || id || ' ' || version as k from device
              union all select 'channel ' || id || ' ' || device_id from channel
              union all select 'switch ' || channel_id || ' ' || version from recording
              union all select 'plan ' || id || ' ' || version from recording_plan
              union all select 'channels of plans ' || count(*) from recording_plan_channel
              union all select 'template ' || id || ' ' || version from time_template
              union all select 'trigger ' || id || ' ' || from_at || ' ' || until_at
                from recording_trigger where until_at > ?
              union all select 'standby ' || wanted_by || ' ' || channel_id || ' ' || pre_seconds
                from recording_standby
              union all select 'retention ' || channel_id || ' ' || version from channel_retention
              union all select 'volume ' || id || ' ' || version from volume) x
            """,
            row -> row.getString(1),
            clock.instant()));
  }

  /** The rules as they are stored now. */
  public RecordingRules load() {
    Instant now = clock.instant();
    Map<UUID, TimeTemplate> byId = new HashMap<>();
    templates.all().forEach(template -> byId.put(template.id(), template));
    return new RecordingRules(
        switchedOn(),
        plans.all().stream().filter(RecordingPlan::enabled).toList(),
        byId,
        database.list(
            "select * from recording_trigger where until_at > ?", RulesQueries::trigger, now),
        standby("true"),
        groups(),
        volumes(),
        settings.zone());
  }

  /** The rules as far as they name these channels; the volumes they go to are left out. */
  public RecordingRules naming(Collection<UUID> channels) {
    Instant now = clock.instant();
    Map<UUID, TimeTemplate> byId = new HashMap<>();
    List<RecordingPlan> named =
        plans.naming(channels).stream().filter(RecordingPlan::enabled).toList();
    if (!named.isEmpty()) {
      templates.all().forEach(template -> byId.put(template.id(), template));
    }
    Map<UUID, Instant> since = new HashMap<>();
    database.list(
        "select channel_id, changed_at from recording where enabled and channel_id = any(?)",
        row -> since.put(Sql.uuid(row, "channel_id"), Sql.instant(row, "changed_at")),
        channels);
    return new RecordingRules(
        since,
        named,
        byId,
        database.list(
            "select * from recording_trigger where until_at > ? and channel_id = any(?)",
            RulesQueries::trigger,
            now,
            channels),
        standby("channel_id = any(?)", channels),
        Map.of(),
        Map.of(),
        settings.zone());
  }

  static Trigger trigger(ResultSet row) throws SQLException {
    return new Trigger(
        Sql.uuid(row, "channel_id"),
        StreamKind.valueOf(row.getString("stream")),
        RecordingKind.valueOf(row.getString("kind")),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "until_at"));
  }

  private Map<UUID, Instant> switchedOn() {
    Map<UUID, Instant> since = new HashMap<>();
    database.list(
        "select channel_id, changed_at from recording where enabled",
        row -> since.put(Sql.uuid(row, "channel_id"), Sql.instant(row, "changed_at")));
    return since;
  }

  private Map<UUID, Duration> standby(String which, Object... parameters) {
    Map<UUID, Duration> kept = new HashMap<>();
    database.list(
        "select channel_id, max(pre_seconds) from recording_standby where "
            + which
            + " group by channel_id",
        row -> kept.put(Sql.uuid(row, "channel_id"), Duration.ofSeconds(row.getInt(2))),
        parameters);
    return kept;
  }

  private Map<UUID, UUID> groups() {
    Map<UUID, UUID> groups = new HashMap<>();
    database.list(
        "select channel_id, volume_group_id from channel_retention where volume_group_id is not null",
        row -> groups.put(Sql.uuid(row, "channel_id"), Sql.uuid(row, "volume_group_id")));
    return groups;
  }

  private Map<UUID, List<UUID>> volumes() {
    Map<UUID, List<UUID>> volumes = new HashMap<>();
    database.list(
        "select group_id, id from volume where group_id is not null order by id",
        row ->
            volumes
                .computeIfAbsent(Sql.uuid(row, "group_id"), group -> new ArrayList<>())
                .add(Sql.uuid(row, "id")));
    return volumes;
  }
}
