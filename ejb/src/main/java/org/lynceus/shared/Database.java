package org.lynceus.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL inside the caller's transaction. Parameters may be null, text, numbers, booleans,
 * {@link UUID}, {@link Instant}, {@link LocalDate}, bytes, or (for {@code = any(?)}) a collection
 * of UUIDs, an array of texts or of numbers. Every failure is a {@link DatabaseException}.
 */
@ApplicationScoped
public class Database {
  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  /** Makes one value of the row the cursor stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows, in order. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, parameters);
      try (ResultSet row = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (row.next()) {
          found.add(reader.read(row));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The first row, null when there is none. */
  public <T> @Nullable T first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    List<T> found = list(sql, reader, parameters);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The number in the first column of the first row. */
  public long number(String sql, @Nullable Object... parameters) {
    Long found = first(sql, row -> row.getLong(1), parameters);
    return found == null ? 0 : found;
  }

  /** Executes and returns how many rows it touched. */
  public int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Executes once per row of parameters, in one batch. */
  public void batch(String sql, Collection<@Nullable Object[]> rows) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(connection, statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else if (value instanceof Collection<?> ids) {
        statement.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray()));
      } else if (value instanceof String[] texts) {
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      } else if (value instanceof Long[] numbers) {
        statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
      } else if (value instanceof Enum<?> word) {
        statement.setString(i + 1, word.name());
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
