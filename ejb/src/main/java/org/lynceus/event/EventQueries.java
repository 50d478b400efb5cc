package org.lynceus.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;
import org.lynceus.user.Roles;

/** Reads stored events, newest first for people, in order of storing for the event stream. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EventQueries {
  private static final String SELECT =
      """
      select e.*, d.name as device_name from device_event e left join device d on d.id = e.device_id
      """;

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  /** Newest first, of one device or of all. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public Page<StoredEvent> page(@Nullable UUID device, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    String sql =
        SELECT
            + " where e.id < ? and (?::uuid is null or e.device_id = ?) order by e.id desc limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key == null ? Long.MAX_VALUE : Long.parseLong(key.id()));
      Sql.uuid(statement, 2, device);
      Sql.uuid(statement, 3, device);
      statement.setInt(4, Limits.page(limit) + 1);
      return Page.cut(read(statement), limit, e -> new PageKey("", Long.toString(e.id())));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    } catch (NumberFormatException e) {
      throw org.lynceus.shared.DomainException.invalid(
          "after", "This is not the 'next' of a page.");
    }
  }

  /** Events stored after an id, oldest first; for the event stream, which checks its readers. */
  @PermitAll
  public List<StoredEvent> after(long id, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(SELECT + " where e.id > ? order by e.id limit ?")) {
      statement.setLong(1, id);
      statement.setInt(2, limit);
      return read(statement);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The newest id, 0 when there is none. */
  @PermitAll
  public long lastId() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select coalesce(max(id), 0) from device_event");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static List<StoredEvent> read(PreparedStatement statement) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        events.add(event(row));
      }
    }
    return events;
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    String text = row.getString("reason_text");
    DeviceEvent event =
        new DeviceEvent(
            Sql.uuid(row, "uid"),
            row.getObject("device_id", UUID.class),
            row.getObject("channel_id", UUID.class),
            DeviceEventType.valueOf(row.getString("type")),
            code == null ? null : new Reason(code, text == null ? "" : text),
            Sql.instant(row, "occurred_at"),
            row.getString("source"));
    return new StoredEvent(
        row.getLong("id"), event, row.getString("device_name"), Sql.instant(row, "received_at"));
  }
}
