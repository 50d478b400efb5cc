package org.lynceus.alarm;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.device.ChannelFilter;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Role;
import org.lynceus.user.Roles;

/** Reads alarms as far as the caller may see them, newest first. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AlarmQueries {
  private static final String ANY =
      "select a.*, (" + AlarmQueue.HELD + ") as held from alarm a where not a.gone and ";

  private static final String SELECT = ANY + "not a.gone and ";

  private static final int MOST_STEPS = 500;

  @Inject private Database database;
  @Inject private Rights rights;

  /** A page of a queue. */
  public Page<Alarm> page(AlarmFilter filter, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    ChannelFilter conditions =
        seen().and(queue(filter.queue())).and(chosen(filter)).and(matching(filter.q()));
    return Page.cut(
        database.list(
            SELECT + conditions.sql() + " and a.number < ? order by a.number desc limit ?",
            AlarmQueries::alarm,
            conditions.between(
                List.of(), key == null ? Long.MAX_VALUE : key.number(), Limits.page(limit) + 1)),
        limit,
        alarm -> new PageKey("", Long.toString(alarm.number())));
  }

  /** How many alarms nobody has, at most a thousand; for a mark that everybody always sees. */
  public long open() {
    ChannelFilter conditions = seen().and(queue(AlarmQueue.OPEN));
    return database.number(
        "select count(*) from (select from alarm a where not a.gone and "
            + conditions.sql()
            + " limit "
            + Limits.PAGE
            + ") as counted",
        conditions.between(List.of()));
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

  /** These alarms, as far as they exist; for the stream, which checks its readers. */
  @PermitAll
  public List<Alarm> alarms(Collection<UUID> ids) {
    return database.list(ANY + "a.id = any(?) order by a.number", AlarmQueries::alarm, ids);
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

  /** What the caller sees: as {@link AlarmSight} says. */
  private ChannelFilter seen() {
    ChannelFilter places = ChannelFilter.places("a", rights.scope(Function.ALARM_READ));
    if (rights.permits().mayEverywhere(Function.ALARM_CONFIGURE)) {
      return places;
    }
    return places.and(
        new ChannelFilter(
            "a.to_roles = '{}' and a.to_users = '{}' or a.to_roles && ?::uuid[]"
                + " or ? = any(a.to_users)",
            List.of(
                rights.roles().stream().map(Role::id).toList(),
                rights.caller().name().toLowerCase(Locale.ROOT))));
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

  private static ChannelFilter matching(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return new ChannelFilter("true", List.of());
    }
    String like = "%" + Sql.literally(q.strip()) + "%";
    return new ChannelFilter("a.source_name ilike ? or a.scheme_name ilike ?", List.of(like, like));
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    return new Alarm(
        Sql.uuid(row, "id"),
        row.getLong("number"),
        Sql.uuid(row, "scheme_id"),
        row.getString("scheme_name"),
        AlarmPriority.valueOf(row.getString("priority")),
        row.getString("procedure"),
        row.getString("type"),
        row.getObject("device_id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("part"),
        row.getString("source_key"),
        row.getString("source_name"),
        Sql.instant(row, "first_at"),
        Sql.instant(row, "last_at"),
        Sql.instantOrNull(row, "ended_at"),
        row.getBoolean("end_missing"),
        row.getInt("occurrences"),
        AlarmHandling.valueOf(row.getString("handling")),
        row.getString("owner"),
        row.getString("handled_by"),
        Sql.instantOrNull(row, "handled_at"),
        held(row),
        row.getBoolean("gone"),
        row.getObject("merged_into", UUID.class),
        List.of((UUID[]) row.getArray("to_roles").getArray()),
        List.of((String[]) row.getArray("to_users").getArray()),
        Sql.instant(row, "raised_at"),
        row.getLong("version"));
  }

  private static Alarm.Hold held(ResultSet row) throws SQLException {
    if (!row.getBoolean("held")) {
      return Alarm.Hold.NONE;
    }
    return row.getBoolean("suppressed") ? Alarm.Hold.SUPPRESSED : Alarm.Hold.SHELVED;
  }
}
