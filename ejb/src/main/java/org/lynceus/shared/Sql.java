package org.lynceus.shared;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readings and settings that JDBC lacks, for the stores that write bulk rows. */
public final class Sql {
  private Sql() {}

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    @Nullable Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** The text as part of a LIKE pattern, with its own wildcards taken literally. */
  public static String literally(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }

  /** A column of many rows, for {@code unnest(?::...[])}; null stays null. */
  public static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable Object> column) {
    return rows.stream()
        .map(column)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static void instant(PreparedStatement statement, int index, Instant value)
      throws SQLException {
    statement.setTimestamp(index, Timestamp.from(value));
  }

  public static void uuid(PreparedStatement statement, int index, @Nullable UUID value)
      throws SQLException {
    statement.setObject(index, value, java.sql.Types.OTHER);
  }
}
