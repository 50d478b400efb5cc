package org.lynceus.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * What the in-container tests need beside the product that runs: a server base directory with the
 * product's own configuration and no deployment, and a database of its own. Arquillian starts and
 * stops that server; arquillian.xml reads the properties set here.
 */
final class SecondServer {
  private static final Path BASE = Repository.ROOT.resolve("system-tests/target/container");

  private SecondServer() {}

  static void prepare() {
    copyConfiguration(BASE);
    makeDatabase();
    set("lynceus.container.base", BASE.toString());
    set("lynceus.container.jboss.home", LynceusServer.wildfly().toString());
    set("lynceus.container.db.port", Integer.toString(LynceusServer.DB_PORT));
    set("lynceus.container.db.password", LynceusServer.secret("db-lynceus-password"));
    set("lynceus.container.key", LynceusServer.HOME.resolve("secrets/secret-key").toString());
  }

  private static void set(String name, String value) {
    System.setProperty(name, value);
  }

  /** The product's own configuration, below a server base directory that may be there already. */
  static void copyConfiguration(Path base) {
    Path from = LynceusServer.HOME.resolve("wildfly/configuration");
    Path to = base.resolve("configuration");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.createDirectories(base.resolve("deployments"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeDatabase() {
    String url = "jdbc:postgresql://127.0.0.1:" + LynceusServer.DB_PORT + "/postgres";
    try (Connection connection =
            DriverManager.getConnection(
                url, "postgres", LynceusServer.secret("db-superuser-password"));
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists lynceus_container with (force)");
      statement.execute("create database lynceus_container owner lynceus");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
