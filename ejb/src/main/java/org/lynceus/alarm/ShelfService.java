package org.lynceus.alarm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Holds alarms back and lets them go. What is shelved begins with an alarm that somebody sees: its
 * source and type, or its whole scheme.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
public class ShelfService {
  /** The longest that anything is held back, in minutes. */
  public static final int MOST_MINUTES = 480;

  @Inject private Database database;
  @Inject private AlarmQueries queries;
  @Inject private AuditLog audit;
  @Inject private Rights rights;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** Those that hold now, and whose place the caller sees. */
  public List<Shelf> shelves() {
    Permits permits = rights.permits();
    return database
        .list(
            "select * from alarm_shelf where ends_at > ? order by ends_at limit " + Limits.PAGE,
            ShelfService::shelf,
            clock.instant())
        .stream()
        .filter(shelf -> may(permits, Function.ALARM_READ, shelf))
        .toList();
  }

  /** Holds back what the alarm is about: its source and type, or its whole scheme. */
  public Shelf shelve(UUID alarmId, boolean wholeScheme, String reason, int minutes) {
    Alarm alarm = queries.alarm(alarmId);
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw DomainException.invalid(
          "/minutes", "Alarms are held back for 1 to " + MOST_MINUTES + " minutes.");
    }
    Instant now = clock.instant();
    Shelf shelf =
        new Shelf(
            ids.next(),
            wholeScheme ? alarm.schemeId() : null,
            wholeScheme ? null : alarm.type(),
            wholeScheme ? null : alarm.deviceId(),
            wholeScheme ? null : alarm.channelId(),
            wholeScheme ? alarm.schemeName() : alarm.sourceName(),
            Limits.text("/reason", reason, 1, AlarmAct.LONGEST),
            rights.caller().name(),
            now,
            now.plus(Duration.ofMinutes(minutes)));
    require(
        alarm.priority() == AlarmPriority.CRITICAL
            ? Function.ALARM_TAKEOVER
            : Function.ALARM_OPERATE,
        shelf);
    write(shelf, wholeScheme ? null : alarm.sourceKey());
    audit.note(
        AuditAct.of("alarm.shelve", "alarm-shelf", shelf.id(), shelf.name())
            .because(shelf.reason())
            .is(shelf));
    return shelf;
  }

  /** Lets go what is held back. */
  public void end(UUID id) {
    Instant now = clock.instant();
    Shelf shelf =
        database.first(
            "select * from alarm_shelf where id = ? and ends_at > ?", ShelfService::shelf, id, now);
    if (shelf == null || !may(rights.permits(), Function.ALARM_READ, shelf)) {
      throw DomainException.notFound("shelf");
    }
    require(Function.ALARM_OPERATE, shelf);
    database.update(
        "update alarm_shelf set ends_at = ?, ended_by = ? where id = ?",
        now,
        rights.caller().name(),
        id);
    audit.note(AuditAct.of("alarm.unshelve", "alarm-shelf", id, shelf.name()).was(shelf));
  }

  /** What nobody has yet is held back, too. */
  private void write(Shelf shelf, @Nullable String sourceKey) {
    database.update(
        "insert into alarm_shelf (id, scheme_id, type, source_key, device_id, channel_id, name,"
            + " reason, by_user, begins_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        shelf.id(),
        shelf.schemeId(),
        shelf.type(),
        sourceKey,
        shelf.deviceId(),
        shelf.channelId(),
        shelf.name(),
        shelf.reason(),
        shelf.by(),
        shelf.begins(),
        shelf.ends());
    database.update(
        "update alarm set shelf_id = ?, changed_at = ?, version = version + 1"
            + " where handling = 'PENDING' and not gone"
            + " and (scheme_id = ?::uuid or type = ?::text and source_key = ?::text)",
        shelf.id(),
        shelf.begins(),
        shelf.schemeId(),
        shelf.type(),
        sourceKey);
  }

  private void require(Function function, Shelf shelf) {
    if (!may(rights.permits(), function, shelf)) {
      throw Rights.forbidden(function);
    }
  }

  /** A scheme may have sources anywhere. */
  private static boolean may(Permits permits, Function function, Shelf shelf) {
    return permits.mayAt(function, shelf.channelId(), shelf.deviceId());
  }

  private static Shelf shelf(ResultSet row) throws SQLException {
    return new Shelf(
        Sql.uuid(row, "id"),
        row.getObject("scheme_id", UUID.class),
        row.getString("type"),
        row.getObject("device_id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("name"),
        row.getString("reason"),
        row.getString("by_user"),
        Sql.instant(row, "begins_at"),
        Sql.instant(row, "ends_at"));
  }
}
