package org.lynceus.alarm.linkage;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.ActionJson;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.ActionLane;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;

/**
 * Actions that wait. A claim is written before the action is done, in a transaction of its own, so
 * no other node does it, too; what came of it is written only by the process that still holds it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ActionQueue {
  /** What ends an action has its number and this. */
  public static final int END = 1000;

  /** A process has so long to do an action; then it is taken to have gone. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final int MOST_ALIKE = 200;
  private static final String RUNNING =
      " set state = 'RUNNING', holder = ?, until_at = clock_timestamp() + make_interval(secs => ?),"
          + " attempts = attempts + 1, changed_at = ? from next"
          + " where a.alarm_id = next.alarm_id and a.number = next.number returning a.*";

  @Inject private Database database;
  @Inject private Clock clock;

  /** The next action of a lane that is due, now this process's; null: none. */
  public @Nullable Claimed claim(ActionLane lane, String holder) {
    return database.first(
        "with next as materialized (select alarm_id, number from alarm_action"
            + " where state = 'PENDING' and lane = ? and due_at <= ? order by due_at limit 1"
            + " for update skip locked) update alarm_action a"
            + RUNNING,
        ActionQueue::claimed,
        lane,
        clock.instant(),
        holder,
        LEASE.toSeconds(),
        clock.instant());
  }

  /** Those of the same action of the same scheme that wait for other alarms; now claimed, too. */
  public List<Claimed> claimAlike(Claimed one) {
    return database.list(
        "with next as materialized (select alarm_id, number from alarm_action"
            + " where state = 'PENDING' and kind = 'EMAIL' and scheme_id = ? and number = ?"
            + " and parameters = ?::jsonb and attempts <= ? and begins_at <= ?"
            + " order by begins_at limit "
            + MOST_ALIKE
            + " for update skip locked) update alarm_action a"
            + RUNNING,
        ActionQueue::claimed,
        one.scheme(),
        one.number(),
        ActionJson.one(one.action()),
        one.attempts(),
        clock.instant(),
        one.holder(),
        LEASE.toSeconds(),
        clock.instant());
  }

  /** Writes what came of it; false: it was taken from this process meanwhile. */
  public boolean finish(Claimed claimed, ActionRule.Step step) {
    Reason reason = step.reason();
    boolean ours =
        database.update(
                "update alarm_action set state = ?, due_at = ?, attempts = ?, code = ?, reason = ?,"
                    + " holder = null, until_at = null, changed_at = ? where alarm_id = ?"
                    + " and number = ? and state = 'RUNNING' and holder = ? and attempts = ?",
                step.state(),
                step.due(),
                step.attempts(),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text(),
                clock.instant(),
                claimed.alarm(),
                claimed.number(),
                claimed.holder(),
                claimed.attempts())
            == 1;
    if (ours && step.state() == ActionState.DONE) {
      addEnd(claimed);
    }
    return ours;
  }

  /**
   * Takes actions from processes that went: those whose time is over, and those of an earlier
   * process of this node.
   *
   * @return how many
   */
  public int takeBack(String holder, String node) {
    List<Claimed> gone =
        database.list(
            "select * from alarm_action where state = 'RUNNING' and (until_at < clock_timestamp()"
                + " or starts_with(holder, ?) and holder <> ?) limit 100 for update skip locked",
            ActionQueue::claimed,
            node + "/",
            holder);
    for (Claimed one : gone) {
      finish(one, ActionRule.abandoned(one.kind(), one.attempts(), clock.instant()));
      if (!one.kind().repeatable()) {
        addEnd(one);
      }
    }
    return gone.size();
  }

  /**
   * What ends an action comes some seconds after it, also when nobody knows whether it was done.
   */
  private void addEnd(Claimed claimed) {
    ActionKind end = claimed.kind().end();
    if (end != null && claimed.action().seconds() > 0) {
      Instant now = clock.instant();
      Instant due = now.plusSeconds(claimed.action().seconds());
      database.update(
          "insert into alarm_action (alarm_id, number, scheme_id, kind, lane, parameters, state,"
              + " begins_at, due_at, changed_at) values (?, ?, ?, ?, ?, ?::jsonb, 'PENDING', ?, ?, ?)"
              + " on conflict (alarm_id, number) do update set state = 'PENDING', attempts = 0,"
              + " code = null, reason = null, begins_at = excluded.begins_at,"
              + " due_at = excluded.due_at, changed_at = excluded.changed_at"
              + " where alarm_action.state <> 'RUNNING'",
          claimed.alarm(),
          claimed.number() + END,
          claimed.scheme(),
          end,
          end.lane(),
          ActionJson.one(claimed.action()),
          due,
          due,
          now);
    }
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        Sql.uuid(row, "alarm_id"),
        row.getInt("number"),
        Sql.uuid(row, "scheme_id"),
        ActionKind.valueOf(row.getString("kind")),
        ActionJson.readOne(row.getString("parameters")),
        row.getInt("attempts"),
        Sql.instant(row, "begins_at"),
        row.getString("holder"));
  }
}
