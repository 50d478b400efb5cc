package org.lynceus.alarm.linkage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/** A scheme sends one mail a minute, whatever it raises: what waits goes with the next one. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailPace {
  static final Duration PACE = Duration.ofMinutes(1);

  @Inject private Database database;
  @Inject private Clock clock;

  /** Takes the turn; else says when the next one is. */
  public @Nullable Instant turn(UUID scheme) {
    Instant now = clock.instant();
    int taken =
        database.update(
            "insert into alarm_mail as known (scheme_id, sent_at) values (?, ?)"
                + " on conflict (scheme_id) do update set sent_at = excluded.sent_at"
                + " where known.sent_at <= ?",
            scheme,
            now,
            now.minus(PACE));
    return taken == 1
        ? null
        : database.first(
            "select sent_at from alarm_mail where scheme_id = ?",
            row -> Sql.instant(row, "sent_at").plus(PACE),
            scheme);
  }

  /** Gives the turn back: nothing was sent. */
  public void giveBack(UUID scheme) {
    database.update("delete from alarm_mail where scheme_id = ?", scheme);
  }
}
