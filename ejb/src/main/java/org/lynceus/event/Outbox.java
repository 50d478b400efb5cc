package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeStore;
import org.lynceus.shared.Database;

/**
 * Rows that a transaction wants published after it commits. Relayed at least once and in order; a
 * row goes only when its message was handed over. Two nodes never relay the same row at once. Each
 * node has a broker of its own, so who relays a row leaves one for each other node that is alive.
 */
@Stateless
@PermitAll
public class Outbox {
  /** The most rows that are relayed in one transaction. */
  public static final int BATCH = 200;

  private static final String WAITING = " from outbox where (node is null or node = ?)";
  private static final String TAKE =
      "select id, topic, body" + WAITING + " order by id limit ? for update skip locked";
  private static final String PASS_ON =
      "insert into outbox (topic, body, created_at, node) select o.topic, o.body, o.created_at,"
          + " other.name from outbox o cross join unnest(?::text[]) other(name)"
          + " where o.id = any(?) and o.node is null order by o.id";

  /** What a node that went has not heard after this time, nobody there waits for. */
  private static final Duration STALE = Duration.ofHours(1);

  /** A row waiting to be published. */
  public record Message(long id, String topic, String body) {}

  @Inject private Database database;
  @Inject private NodeStore nodes;
  @Inject private LocalNode node;
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

  /** Whether there is something to relay here. */
  public boolean waits() {
    return database.number("select count(*)" + WAITING, node.name()) > 0;
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
            node.name(),
            BATCH);
    waiting.forEach(sender);
    Long[] sent = waiting.stream().map(Message::id).toArray(Long[]::new);
    String[] others = nodes.others(node.name()).toArray(String[]::new);
    if (others.length > 0) {
      database.update(PASS_ON, others, sent);
    }
    database.update("delete from outbox where id = any(?)", new Object[] {sent});
    return waiting.size();
  }

  /** Drops what waits for nodes that went. */
  public void forget() {
    database.update(
        "delete from outbox where node is not null and created_at < ?",
        clock.instant().minus(STALE));
  }
}
