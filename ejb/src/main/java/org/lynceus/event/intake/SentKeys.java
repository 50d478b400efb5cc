package org.lynceus.event.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Sql;

/** The uids of events by their senders' own ids; made once, whoever asks first. */
@Stateless
@PermitAll
public class SentKeys {
  @Inject private Database database;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /**
   * An event of a sender.
   *
   * @param known whether it was told before
   */
  public record Key(UUID uid, boolean known) {}

  /** The key of each id; an id that is told for the first time gets one. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Map<String, Key> keys(String sender, Collection<String> ownIds) {
    String[] own = ownIds.stream().distinct().sorted().toArray(String[]::new);
    List<UUID> fresh = ownIds.stream().distinct().map(id -> ids.next()).toList();
    Set<String> added =
        new HashSet<>(
            database.list(
                "insert into event_sent (sender, own_id, uid, sent_at)"
                    + " select ?, w.own_id, w.uid, ? from unnest(?, ?) as w (own_id, uid)"
                    + " on conflict do nothing returning own_id",
                row -> row.getString(1),
                sender,
                clock.instant(),
                own,
                fresh));
    Map<String, Key> keys = new HashMap<>();
    database.list(
        "select own_id, uid from event_sent where sender = ? and own_id = any(?)",
        row -> {
          String id = row.getString("own_id");
          return keys.put(id, new Key(Sql.uuid(row, "uid"), !added.contains(id)));
        },
        sender,
        own);
    return keys;
  }
}
