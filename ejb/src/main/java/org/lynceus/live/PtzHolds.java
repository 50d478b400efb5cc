package org.lynceus.live;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/**
 * Whose a camera's head is. A hold is a row that one statement claims, by the database's clock: it
 * is the same for all nodes, and two claims at once have one winner. Free is a head whose hold ran
 * out; one's own hold is prolonged, one of a lower level is taken over.
 */
@Stateless
@PermitAll
public class PtzHolds {
  private static final String CLAIM =
      "insert into ptz_hold as known (channel_id, holder, level, until)"
          + " values (?, ?, ?, now() + ? * interval '1 second')"
          + " on conflict (channel_id) do update set holder = excluded.holder, level ="
          + " excluded.level, until = case when known.holder = excluded.holder then"
          + " greatest(known.until, excluded.until) else excluded.until end"
          + " where known.holder = excluded.holder or known.until <= now()"
          + " or known.level < excluded.level"
          + " returning holder, level, until";

  @Inject private Database database;

  /**
   * The hold after a claim: the caller's own when it succeeded, another's when that is stronger.
   */
  public @Nullable PtzHold claim(UUID channel, String user, int level, Duration time) {
    PtzHold own = database.first(CLAIM, PtzHolds::hold, channel, user, level, time.toSeconds());
    return own == null ? holder(channel) : own;
  }

  /** Who holds a camera now, null when nobody does. */
  public @Nullable PtzHold holder(UUID channel) {
    return database.first(
        "select holder, level, until from ptz_hold where channel_id = ? and until > now()",
        PtzHolds::hold,
        channel);
  }

  /** Gives the camera free, if it is the user's. */
  public void release(UUID channel, String user) {
    database.update("delete from ptz_hold where channel_id = ? and holder = ?", channel, user);
  }

  private static PtzHold hold(ResultSet row) throws SQLException {
    return new PtzHold(row.getString(1), row.getInt(2), Sql.instant(row, "until"));
  }
}
