package org.lynceus.alarm.linkage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmNews;
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;

/** Writes on alarms what browsers are to do about them, and tells them so. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AlarmSigns {
  @Inject private Database database;
  @Inject private AlarmNews news;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** Opens live pictures of these channels. */
  public void popUp(UUID alarm, Collection<UUID> channels) {
    write(alarm, "popup = ?::uuid[]", channels);
  }

  /** Flashes on maps. */
  public void flash(UUID alarm) {
    write(alarm, "flashes = ?", true);
  }

  /** Sounds until somebody has it. */
  public void sound(UUID alarm) {
    write(alarm, "sounds = ?", true);
  }

  /**
   * Sends a notice, once for each action of an alarm. Whoever gets it gets the alarm, too, when
   * that was addressed to others only.
   */
  public void notice(
      UUID alarm, int number, String text, List<UUID> toRoles, List<String> toUsers) {
    String[] users = toUsers.toArray(String[]::new);
    int added =
        database.update(
            "insert into alarm_notice (id, alarm_id, number, at, text, to_roles, to_users)"
                + " values (?, ?, ?, ?, ?, ?::uuid[], ?) on conflict (alarm_id, number) do nothing",
            ids.next(),
            alarm,
            number,
            clock.instant(),
            text,
            toRoles,
            users);
    if (added == 1) {
      database.update(
          "update alarm set to_roles = to_roles || ?::uuid[], to_users = to_users || ?"
              + " where id = ? and (to_roles <> '{}' or to_users <> '{}')",
          toRoles,
          users,
          alarm);
      write(alarm, "noticed_at = ?", clock.instant());
    }
  }

  private void write(UUID alarm, String sign, @Nullable Object value) {
    database.update(
        "update alarm set " + sign + ", changed_at = ?, version = version + 1 where id = ?",
        value,
        clock.instant(),
        alarm);
    news.changed(List.of(alarm));
  }
}
