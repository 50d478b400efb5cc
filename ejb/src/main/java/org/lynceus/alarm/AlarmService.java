package org.lynceus.alarm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * What people do about alarms. The row is locked for the act, so of two who claim one alarm the
 * second is told who has it. Each act is a step of the alarm's history and of the audit log.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
public class AlarmService {
  @Inject private Database database;
  @Inject private AlarmQueries queries;
  @Inject private AlarmNews news;
  @Inject private AuditLog audit;
  @Inject private Rights rights;
  @Inject private Clock clock;

  /** Does it, and gives the alarm as it is then. */
  public Alarm act(UUID id, AlarmAct act) {
    database.list("select from alarm where id = ? for update", row -> true, id);
    Alarm before = queries.alarm(id);
    if (!queries.sight().may(act.kind().needs(), before)) {
      throw Rights.forbidden(act.kind().needs());
    }
    if (before.gone()) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "This is no alarm any more: a late event changed what it was made of.");
    }
    requireKnown(act);
    String me = rights.caller().name();
    HandlingRule handling = new HandlingRule(before.handling(), before.owner());
    HandlingRule after = handling.after(act, me);
    write(before, act, after, me);
    Alarm now = queries.alarm(id);
    audit.note(
        AuditAct.of(
                act.kind().word(), "alarm", id, before.schemeName() + ": " + before.sourceName())
            .because(act.comment())
            .was(handling)
            .is(after));
    news.changed(List.of(id));
    return now;
  }

  /** The same in a transaction of its own; for many, of which some may fail. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Alarm actAlone(UUID id, AlarmAct act) {
    return act(id, act);
  }

  private void write(Alarm alarm, AlarmAct act, HandlingRule after, String me) {
    Instant now = clock.instant();
    if (act.kind() != AlarmAct.Kind.COMMENT) {
      database.update(
          "update alarm set handling = ?, owner = ?, handled_by = ?, handled_at = ?,"
              + " changed_at = ?, version = version + 1 where id = ?",
          after.handling(),
          after.owner(),
          me,
          now,
          now,
          alarm.id());
    }
    database.update(
        "insert into alarm_history (alarm_id, at, by_user, act, subject, comment)"
            + " values (?, ?, ?, ?, ?, ?)",
        alarm.id(),
        now,
        me,
        act.kind(),
        act.kind() == AlarmAct.Kind.TAKE_OVER ? alarm.owner() : act.to(),
        act.comment());
  }

  /** Nobody is given an alarm who was never here: it would be lost to a misspelt name. */
  private void requireKnown(AlarmAct act) {
    String to = act.to();
    if (to != null
        && database.number(
                "select (select count(*) from account where lower(username) = lower(?))"
                    + " + (select count(*) from user_session where lower(username) = lower(?))",
                to,
                to)
            == 0) {
      throw DomainException.invalid("/to", "Nobody of this name has used the center.");
    }
  }
}
