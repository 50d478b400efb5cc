package org.lynceus.alarm.linkage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmNews;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.scheme.ActionJson;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** What is done about an alarm, for those who see it. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
public class AlarmActionService {
  @Inject private Database database;
  @Inject private AlarmQueries alarms;
  @Inject private AlarmNews news;
  @Inject private AuditLog audit;
  @Inject private Rights rights;
  @Inject private Clock clock;

  /** All actions of an alarm, in order. */
  public List<AlarmAction> actions(UUID alarm) {
    alarms.alarm(alarm);
    return database.list(
        "select * from alarm_action where alarm_id = ? order by number % "
            + ActionQueue.END
            + ", number",
        AlarmActionService::action,
        alarm);
  }

  /** Tries a failed action again, for as long as it was tried before. */
  public AlarmAction again(UUID alarm, int number) {
    Alarm seen = alarms.alarm(alarm);
    if (!alarms.sight().may(Function.ALARM_OPERATE, seen)) {
      throw Rights.forbidden(Function.ALARM_OPERATE);
    }
    AlarmAction before = action(alarm, number);
    int begun =
        database.update(
            "update alarm_action set state = 'PENDING', attempts = 0, begins_at = ?, due_at = ?,"
                + " changed_at = ? where alarm_id = ? and number = ? and state = 'FAILED'",
            clock.instant(),
            clock.instant(),
            clock.instant(),
            alarm,
            number);
    if (begun == 0) {
      throw new DomainException(
          ProblemType.CONFLICT, "Only what failed is tried again; this is " + before.state() + ".");
    }
    audit.note(
        AuditAct.of("alarm.action.again", "alarm", alarm, seen.schemeName() + ": " + before.kind())
            .was(before));
    news.changed(List.of(alarm));
    return action(alarm, number);
  }

  /** The kept pictures of an alarm, of cameras whose pictures the caller may see. */
  public List<AlarmPicture> pictures(UUID alarm) {
    alarms.alarm(alarm);
    Permits permits = rights.permits();
    return database
        .list(
            "select id, channel_id, taken_at from alarm_picture where alarm_id = ?"
                + " order by taken_at, id",
            AlarmActionService::picture,
            alarm)
        .stream()
        .filter(picture -> permits.mayAtChannel(Function.RECORDING_PLAY, picture.channelId()))
        .toList();
  }

  /** One of them as JPEG. */
  public byte[] picture(UUID alarm, UUID id) {
    if (pictures(alarm).stream().noneMatch(picture -> picture.id().equals(id))) {
      throw DomainException.notFound("picture");
    }
    byte @Nullable [] jpeg =
        database.first(
            "select jpeg from alarm_picture where id = ?", row -> row.getBytes("jpeg"), id);
    if (jpeg == null) {
      throw DomainException.notFound("picture");
    }
    return jpeg;
  }

  private AlarmAction action(UUID alarm, int number) {
    AlarmAction found =
        database.first(
            "select * from alarm_action where alarm_id = ? and number = ?",
            AlarmActionService::action,
            alarm,
            number);
    if (found == null) {
      throw DomainException.notFound("action");
    }
    return found;
  }

  private static AlarmPicture picture(ResultSet row) throws SQLException {
    return new AlarmPicture(
        Sql.uuid(row, "id"), Sql.uuid(row, "channel_id"), Sql.instant(row, "taken_at"));
  }

  private static AlarmAction action(ResultSet row) throws SQLException {
    @Nullable String code = row.getString("code");
    return new AlarmAction(
        row.getInt("number"),
        ActionKind.valueOf(row.getString("kind")),
        ActionJson.readOne(row.getString("parameters")),
        ActionState.valueOf(row.getString("state")),
        Sql.instant(row, "due_at"),
        row.getInt("attempts"),
        code == null ? null : new Reason(code, row.getString("reason")),
        Sql.instant(row, "changed_at"));
  }
}
