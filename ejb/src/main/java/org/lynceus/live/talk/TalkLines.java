package org.lynceus.live.talk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;

/**
 * Whose a camera's ear is. A line is a row that one statement claims, by the database's clock, so
 * one talker has it in the whole cluster. It counts for {@link #TIME} unless it is prolonged.
 */
@Stateless
@PermitAll
public class TalkLines {
  /** How long a line counts without being prolonged. */
  static final Duration TIME = Duration.ofSeconds(15);

  @Inject private Database database;

  /** Claims the line; null when it is the talk's now, else who has it. */
  public @Nullable String claim(UUID channel, UUID talk, String user) {
    String holder =
        database.first(
            """
            insert into talk_line as known (channel_id, talk_id, holder, until)
            values (?, ?, ?, now() + ? * interval '1 second')
            on conflict (channel_id) do update set talk_id = excluded.talk_id, holder = excluded.holder,
              until = excluded.until where known.until <= now()
            returning holder
            """,
            row -> row.getString(1),
            channel,
            talk,
            user,
            TIME.toSeconds());
    return holder != null ? null : holder(channel);
  }

  /** Who talks to the camera now; empty when that ended this moment. */
  private String holder(UUID channel) {
    String holder =
        database.first(
            "select holder from talk_line where channel_id = ?", row -> row.getString(1), channel);
    return holder == null ? "" : holder;
  }

  /** Keeps the line; false when it is not the talk's any more. */
  public boolean prolong(UUID channel, UUID talk) {
    return database.update(
            "update talk_line set until = now() + ? * interval '1 second'"
                + " where channel_id = ? and talk_id = ? and until > now()",
            TIME.toSeconds(),
            channel,
            talk)
        > 0;
  }

  /** Gives the line free, if it is the talk's. */
  public void release(UUID channel, UUID talk) {
    database.update("delete from talk_line where channel_id = ? and talk_id = ?", channel, talk);
  }
}
