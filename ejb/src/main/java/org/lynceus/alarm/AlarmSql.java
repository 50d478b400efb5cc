package org.lynceus.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.device.ChannelFilter;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;
import org.lynceus.user.Role;

/** The parts that all statements about alarms share: what is read, and what the caller sees. */
public final class AlarmSql {
  /** All alarms, also those that are none any more; a condition follows. */
  static final String ANY = "select a.*, (" + AlarmQueue.HELD + ") as held from alarm a where ";

  /** Alarms; a condition follows. */
  static final String SELECT = ANY + "not a.gone and ";

  private AlarmSql() {}

  /** What the caller sees of {@code alarm a}: as {@link AlarmSight} says. */
  public static ChannelFilter seen(Rights rights) {
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

  /** Whose source or scheme has this in its name; null: any. */
  static ChannelFilter named(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return new ChannelFilter("true", List.of());
    }
    String like = like(q);
    return new ChannelFilter("a.source_name ilike ? or a.scheme_name ilike ?", List.of(like, like));
  }

  /** The pattern of names that have this in them. */
  static String like(String q) {
    return "%" + Sql.literally(q.strip()) + "%";
  }

  /** The alarm of a row of {@link #SELECT}. */
  static Alarm alarm(ResultSet row) throws SQLException {
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
        List.of((UUID[]) row.getArray("popup").getArray()),
        row.getBoolean("flashes"),
        row.getBoolean("sounds"),
        Sql.instantOrNull(row, "noticed_at"),
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
