package org.lynceus.alarm;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.device.ChannelFilter;
import org.lynceus.event.EventQueries;
import org.lynceus.event.StoredEvent;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads alarms as far as the caller may see them, newest first. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AlarmQueries {
  private static final int MOST_STEPS = 500;
  private static final int MOST_EVENTS = 20;

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private EventQueries events;

  /** A page of a queue. */
  public Page<Alarm> page(AlarmFilter filter, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    ChannelFilter conditions =
        AlarmSql.seen(rights)
            .and(queue(filter.queue()))
            .and(chosen(filter))
            .and(AlarmSql.named(filter.q()));
    return Page.cut(
        database.list(
            AlarmSql.SELECT + conditions.sql() + " and a.number < ? order by a.number desc limit ?",
            AlarmSql::alarm,
            conditions.between(
                List.of(), key == null ? Long.MAX_VALUE : key.number(), Limits.page(limit) + 1)),
        limit,
        alarm -> new PageKey("", Long.toString(alarm.number())));
  }

  /**
   * How many alarms nobody has, by priority; at most a thousand in all, for a mark that everybody
   * always sees.
   */
  public Map<AlarmPriority, Long> openByPriority() {
    ChannelFilter conditions = AlarmSql.seen(rights).and(queue(AlarmQueue.OPEN));
    Map<AlarmPriority, Long> found = new EnumMap<>(AlarmPriority.class);
    database.list(
        "select priority, count(*) as count from (select a.priority from alarm a where not a.gone and "
            + conditions.sql()
            + " limit "
            + Limits.PAGE
            + ") as counted group by priority",
        row -> found.put(AlarmPriority.valueOf(row.getString("priority")), row.getLong("count")),
        conditions.between(List.of()));
    return found;
  }

  /** An alarm that the caller sees; also one whose events went to another. */
  public Alarm alarm(UUID id) {
    Alarm found = stored(id);
    if (found == null || !sight().sees(found)) {
      throw DomainException.notFound("alarm");
    }
    return found;
  }

  /** What happened to it, in order. */
  public List<AlarmHistoryEntry> history(UUID id) {
    alarm(id);
    return database.list(
        "select * from alarm_history where alarm_id = ? order by id limit " + MOST_STEPS,
        row ->
            new AlarmHistoryEntry(
                Sql.instant(row, "at"),
                row.getString("by_user").isEmpty() ? null : row.getString("by_user"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("comment")),
        id);
  }

  /** The first events it is made of, in order of time; none once they are forgotten. */
  public List<StoredEvent> events(UUID id) {
    alarm(id);
    return events.told(
        database.list(
            "select event_uid from alarm_occurrence where alarm_id = ? order by at, event_uid limit "
                + MOST_EVENTS,
            row -> Sql.uuid(row, "event_uid"),
            id));
  }

  /** These alarms, as far as they exist; for the stream, which checks its readers. */
  @PermitAll
  public List<Alarm> alarms(Collection<UUID> ids) {
    return database.list(AlarmSql.ANY + "a.id = any(?) order by a.number", AlarmSql::alarm, ids);
  }

  /** The caller's eyes. */
  @PermitAll
  public AlarmSight sight() {
    return new AlarmSight(rights.permits(), rights.caller(), rights.roles());
  }

  private @Nullable Alarm stored(UUID id) {
    List<Alarm> found = alarms(List.of(id));
    return found.isEmpty() ? null : found.get(0);
  }

  private ChannelFilter queue(AlarmQueue queue) {
    return new ChannelFilter(
        queue.sql(), queue == AlarmQueue.MINE ? List.of(rights.caller().name()) : List.of());
  }

  private static ChannelFilter chosen(AlarmFilter filter) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    add(conditions, values, "a.priority = ?", filter.priority());
    add(conditions, values, "a.scheme_id = ?", filter.schemeId());
    add(conditions, values, "a.channel_id = ?", filter.channelId());
    return new ChannelFilter(String.join(" and ", conditions), values);
  }

  private static void add(
      List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }
}
