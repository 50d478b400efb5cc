package org.lynceus.systemtests;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of the server under test, for what only another node or an administrator does. */
final class CenterDatabase {
  /** Makes one value of the row the cursor stands on. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private CenterDatabase() {}

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + LynceusServer.DB_PORT + "/lynceus",
        "lynceus",
        LynceusServer.secret("db-lynceus-password"));
  }

  /** Executes a statement; the first number it answers, or how many rows it touched. */
  static long sql(String statement) throws SQLException {
    try (Connection connection = connection();
        var work = connection.createStatement()) {
      if (!work.execute(statement)) {
        return work.getUpdateCount();
      }
      try (ResultSet row = work.getResultSet()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** All rows of a query. */
  static <T> List<T> rows(String query, RowReader<T> reader, Object... parameters)
      throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    }
  }
}
