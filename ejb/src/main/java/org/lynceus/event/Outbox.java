package org.lynceus.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.lynceus.shared.DatabaseException;

/**
 * Rows that a transaction wants published after it commits. Relayed at least once and in order; a
 * row goes only when its message was handed over. Two nodes never relay the same row at once.
 */
@Stateless
@PermitAll
public class Outbox {
  private static final int BATCH = 200;
  private static final String TAKE =
      "select id, topic, body from outbox order by id limit ? for update skip locked";

  /** A row waiting to be published. */
  public record Message(long id, String topic, String body) {}

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  /**
   * Hands waiting rows to the sender and deletes them; when the sender throws, they stay.
   *
   * @return how many were relayed; a full batch means there may be more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int relay(Consumer<Message> sender) {
    try (Connection connection = database.getConnection()) {
      List<Message> waiting = take(connection);
      waiting.forEach(sender);
      delete(connection, waiting);
      return waiting.size();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static List<Message> take(Connection connection) throws SQLException {
    List<Message> waiting = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TAKE)) {
      select.setInt(1, BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(
              new Message(row.getLong("id"), row.getString("topic"), row.getString("body")));
        }
      }
    }
    return waiting;
  }

  private static void delete(Connection connection, List<Message> sent) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where id = any(?)")) {
      Long[] ids = sent.stream().map(Message::id).toArray(Long[]::new);
      delete.setArray(1, connection.createArrayOf("bigint", ids));
      delete.executeUpdate();
    }
  }
}
