package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.lynceus.shared.Database;

/**
 * Rows that a transaction wants published after it commits. Relayed at least once and in order; a
 * row goes only when its message was handed over. Two nodes never relay the same row at once.
 */
@Stateless
@PermitAll
public class Outbox {
  /** The most rows that are relayed in one transaction. */
  public static final int BATCH = 200;

  private static final String TAKE =
      "select id, topic, body from outbox order by id limit ? for update skip locked";

  /** A row waiting to be published. */
  public record Message(long id, String topic, String body) {}

  @Inject private Database database;
  @Inject private Clock clock;

  /** Adds a row to the transaction under way. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void add(String topic, String body) {
    database.update(
        "insert into outbox (topic, body, created_at) values (?, ?, ?)",
        topic,
        body,
        clock.instant());
  }

  /**
   * Hands waiting rows to the sender and deletes them; when the sender throws, they stay.
   *
   * @return how many were relayed; a full batch means there may be more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int relay(Consumer<Message> sender) {
    List<Message> waiting =
        database.list(
            TAKE,
            row -> new Message(row.getLong("id"), row.getString("topic"), row.getString("body")),
            BATCH);
    waiting.forEach(sender);
    Long[] sent = waiting.stream().map(Message::id).toArray(Long[]::new);
    database.update("delete from outbox where id = any(?)", new Object[] {sent});
    return waiting.size();
  }
}
