package org.lynceus.shared;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/**
 * Stands in for the container: stores get a data source that always hands out the one connection of
 * the transaction under way, which {@link #run} commits or rolls back.
 */
public final class TestTransaction {
  /** Connections of ended transactions: a new one takes longer than most transactions. */
  private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();

  private final DataSource real;
  private Connection current;

  public TestTransaction() {
    this.real = PostgresServer.database();
  }

  /** Runs in one transaction; any exception rolls back. */
  public <T> T run(Callable<T> work) throws Exception {
    Connection connection = connection();
    current = connection;
    try {
      T result = work.call();
      connection.commit();
      IDLE.push(connection);
      return result;
    } catch (Exception e) {
      connection.close();
      throw e;
    } finally {
      current = null;
    }
  }

  private Connection connection() throws SQLException {
    Connection idle = IDLE.poll();
    if (idle != null) {
      return idle;
    }
    Connection connection = real.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Executes one statement in a transaction of its own. */
  public void execute(String sql) throws Exception {
    run(
        () -> {
          try (var statement = current.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /** The first column of the first row. */
  public long count(String sql) throws Exception {
    return run(
        () -> {
          try (var statement = current.createStatement();
              var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** Plain SQL inside the transaction under way. */
  public Database database() {
    Database database = new Database();
    inject(database, "database", dataSource());
    return database;
  }

  /** Plain SQL on a connection that somebody else's transaction uses. */
  public static Database database(Connection connection) {
    Database database = new Database();
    inject(
        database,
        "database",
        Proxy.newProxyInstance(
            TestTransaction.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> unclosable(connection)));
    return database;
  }

  /** What the stores get injected: closing its connections does nothing. */
  public DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
              }
              if (current == null) {
                throw new SQLException("no transaction");
              }
              return unclosable(current);
            });
  }

  private static Connection unclosable(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            TestTransaction.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Sets a private field, as the container's injection would. */
  public static void inject(Object bean, String field, Object value) {
    try {
      Field found = bean.getClass().getDeclaredField(field);
      found.setAccessible(true);
      found.set(bean, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
