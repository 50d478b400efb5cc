package org.lynceus.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;

/**
 * Stores batches of device events. Idempotent: an event whose uid is already there is dropped. What
 * was stored and the outbox row that announces it are one transaction. Batches are stored one after
 * another in the whole cluster, so ids become visible in ascending order and a reader that
 * remembers the last id misses nothing.
 */
@Stateless
@PermitAll
public class DeviceEventStore {
  /** Topic of the outbox rows written here. */
  public static final String TOPIC = "lynceus.event.stored";

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('device_event'))";
  private static final String INSERT =
      """
      insert into device_event
        (uid, device_id, channel_id, type, reason_code, reason_text, occurred_at, received_at,
         source)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (uid) do nothing
      """;
  private static final String ANNOUNCE =
      "insert into outbox (topic, body, created_at) values (?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Inject private Clock clock;
  @Inject private Event<EventsStored> stored;

  /** Stores the batch and returns how many of its events were new. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int store(List<DeviceEvent> batch) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
        lock.execute();
      }
      long before = lastId(connection);
      insert(connection, batch);
      long lastId = lastId(connection);
      if (lastId > before) {
        announce(connection, lastId);
        stored.fire(new EventsStored(lastId));
      }
      return storedAfter(connection, before);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private void insert(Connection connection, List<DeviceEvent> batch) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (DeviceEvent event : batch) {
        Reason reason = event.reason();
        Sql.uuid(insert, 1, event.uid());
        Sql.uuid(insert, 2, event.deviceId());
        Sql.uuid(insert, 3, event.channelId());
        insert.setString(4, event.type().name());
        insert.setString(5, reason == null ? null : reason.code());
        insert.setString(6, reason == null ? null : reason.text());
        Sql.instant(insert, 7, event.occurredAt());
        Sql.instant(insert, 8, clock.instant());
        insert.setString(9, event.source());
        insert.addBatch();
      }
      // The counts of a batch say nothing: the driver rewrites it to one statement.
      insert.executeBatch();
    }
  }

  private static long lastId(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select coalesce(max(id), 0) from device_event");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static int storedAfter(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select count(*) from device_event where id > ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private void announce(Connection connection, long lastId) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ANNOUNCE)) {
      insert.setString(1, TOPIC);
      insert.setString(2, "{\"type\":\"event.stored/1\",\"lastId\":" + lastId + "}");
      Sql.instant(insert, 3, clock.instant());
      insert.executeUpdate();
    }
  }
}
