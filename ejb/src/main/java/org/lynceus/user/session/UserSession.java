package org.lynceus.user.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Sql;
import org.lynceus.user.Caller;

/**
 * A session as it is stored. It begins when the center sees it first, is seen while it is used, and
 * is left by the user or ended by the center; ended it is refused for ever.
 *
 * @param program a service account: no session that could be ended
 * @param node which saw it last
 */
public record UserSession(
    UUID id,
    String sid,
    Caller caller,
    boolean program,
    Instant since,
    @Nullable String address,
    @Nullable String agent,
    String node,
    Instant seenAt,
    boolean left,
    @Nullable SessionEnd ended) {

  static UserSession read(ResultSet row) throws SQLException {
    String why = row.getString("ended_why");
    return new UserSession(
        Sql.uuid(row, "id"),
        row.getString("sid"),
        new Caller(
            row.getString("username"),
            Set.of((String[]) row.getArray("realm_roles").getArray()),
            Set.of((String[]) row.getArray("groups").getArray())),
        row.getBoolean("program"),
        Sql.instant(row, "since"),
        row.getString("address"),
        row.getString("agent"),
        row.getString("node"),
        Sql.instant(row, "seen_at"),
        row.getTimestamp("left_at") != null,
        why == null ? null : SessionEnd.valueOf(why));
  }
}
