package org.lynceus.systemtests;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The database of the server under test, for what only another node or an administrator does. */
final class CenterDatabase {
  private CenterDatabase() {}

  /** Executes a statement; the first number it answers, or how many rows it touched. */
  static long sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + LynceusServer.DB_PORT + "/lynceus",
                "lynceus",
                LynceusServer.secret("db-lynceus-password"));
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
}
