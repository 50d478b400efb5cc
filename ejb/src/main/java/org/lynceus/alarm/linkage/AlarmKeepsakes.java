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
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;

/**
 * Pictures of alarms. They lie in the database: every node shows them, and a backup has them. Kept
 * for {@link #KEPT}, at most {@link #MOST}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AlarmKeepsakes {
  /** How long pictures and notices are kept. */
  static final Duration KEPT = Duration.ofDays(90);

  /** The most pictures; at 1,280 pixels a hundred thousand are some 20 GB. */
  static final int MOST = 100_000;

  @Inject private Database database;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** Whether the action has this camera's picture already. */
  public boolean has(UUID alarm, int number, UUID channel) {
    return database.number(
            "select count(*) from alarm_picture where alarm_id = ? and number = ?"
                + " and channel_id = ?",
            alarm,
            number,
            channel)
        > 0;
  }

  /** Keeps a picture taken now; one that the action has already stays. */
  public void keep(UUID alarm, int number, UUID channel, byte[] jpeg) {
    database.update(
        "insert into alarm_picture (id, alarm_id, number, channel_id, taken_at, jpeg)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (alarm_id, number, channel_id) do nothing",
        ids.next(),
        alarm,
        number,
        channel,
        clock.instant(),
        jpeg);
  }

  /** Forgets what is too old or too many. */
  public void forget() {
    Instant oldest = clock.instant().minus(KEPT);
    database.update("delete from alarm_picture where taken_at < ?", oldest);
    database.update(
        "delete from alarm_picture where taken_at < (select taken_at from alarm_picture"
            + " order by taken_at desc offset ? limit 1)",
        MOST);
    database.update("delete from alarm_notice where at < ?", oldest);
  }
}
