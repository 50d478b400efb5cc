package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionJson;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;

/** Writes the actions of alarms in the transaction that raises them. */
@ApplicationScoped
public class ActionRows {
  @Inject private Database database;

  /** The rows of an alarm that is raised now. */
  public static List<@Nullable Object[]> of(
      UUID alarm, AlarmScheme scheme, Alarm.Hold hold, Instant now) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    @Nullable Reason held = ActionRule.held(hold);
    List<SchemeAction> actions = scheme.rule().actions();
    for (int i = 0; i < actions.size(); i++) {
      SchemeAction action = actions.get(i);
      Instant due = now.plus(Duration.ofMinutes(action.afterMinutes()));
      rows.add(
          new @Nullable Object[] {
            alarm,
            i + 1,
            scheme.id(),
            action.kind(),
            action.kind().lane(),
            ActionJson.one(action),
            held == null ? ActionState.PENDING : ActionState.SKIPPED,
            due,
            due,
            held == null ? null : held.code(),
            held == null ? null : held.text(),
            now
          });
    }
    return rows;
  }

  public void write(List<@Nullable Object[]> rows) {
    database.batch(
        "insert into alarm_action (alarm_id, number, scheme_id, kind, lane, parameters, state,"
            + " begins_at, due_at, code, reason, changed_at) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)",
        rows);
  }
}
