package org.lynceus.systemtests;

import static org.lynceus.systemtests.CenterDatabase.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A second node of the product that runs: a process, a broker and recordings of its own, and the
 * same database and sign-in.
 */
final class OtherServer implements AutoCloseable {
  static final String NODE = "node2";
  static final String URL = "http://127.0.0.1:28082";
  private static final Path HOME = Repository.ROOT.resolve("system-tests/target/other-server");
  private static final String OIDC =
      "http://127.0.0.1:" + LynceusServer.KEYCLOAK_PORT + "/realms/lynceus";

  private final Process process;
  private final Thread stopAtExit = new Thread(this::end);

  OtherServer() throws IOException, InterruptedException {
    prepare();
    ProcessBuilder builder =
        new ProcessBuilder(
                LynceusServer.wildfly().resolve("bin/standalone.sh").toString(),
                "-c",
                "standalone-full.xml",
                "-Djboss.server.base.dir=" + HOME,
                "-Djboss.node.name=" + NODE,
                "-Djboss.tx.node.id=" + NODE,
                "-Djboss.http.port=28082",
                "-Djboss.management.http.port=29992")
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("out.log").toFile());
    builder.environment().putAll(settings());
    builder.environment().putAll(LynceusServer.MAIL);
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(stopAtExit);
    Await.until(
        "the other server to be ready",
        180,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("it did not start, see " + HOME);
          }
          return new Api(LynceusServer.token(), URL).get("/session").status() == 200;
        });
  }

  private static Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("LYNCEUS_NODE", NODE),
        Map.entry("LYNCEUS_PUBLIC_URL", URL),
        Map.entry("LYNCEUS_RECORDINGS", HOME.resolve("recordings").toString()),
        Map.entry("LYNCEUS_REGISTRATION_ADDRESS", "off"),
        Map.entry("LYNCEUS_DB_HOST", "127.0.0.1"),
        Map.entry("LYNCEUS_DB_PORT", Integer.toString(LynceusServer.DB_PORT)),
        Map.entry("LYNCEUS_DB_NAME", "lynceus"),
        Map.entry("LYNCEUS_DB_USER", "lynceus"),
        Map.entry("LYNCEUS_DB_PASSWORD", LynceusServer.secret("db-lynceus-password")),
        Map.entry("LYNCEUS_SECRET_KEY_FILE", secret("secret-key")),
        Map.entry("LYNCEUS_OIDC_URL", OIDC),
        Map.entry("LYNCEUS_OIDC_SECRET", LynceusServer.secret("oidc-secret")),
        Map.entry("LYNCEUS_MANAGEMENT_SECRET", LynceusServer.secret("management-secret")),
        Map.entry("GC_LOG", "false"),
        Map.entry("JBOSS_JAVA_SIZING", "-Xms128m -Xmx1g -XX:MaxMetaspaceSize=512m"),
        Map.entry("JDK_JAVA_OPTIONS", "--add-modules=jdk.incubator.vector"));
  }

  private static String secret(String name) {
    return LynceusServer.HOME.resolve("secrets").resolve(name).toString();
  }

  /** Nothing of an earlier run is left but what this one makes. */
  private static void prepare() throws IOException {
    if (Files.exists(HOME)) {
      try (Stream<Path> files = Files.walk(HOME)) {
        List<Path> deepestFirst = files.sorted(java.util.Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(HOME.resolve("recordings"));
    SecondServer.copyConfiguration(HOME);
    Files.copy(
        Repository.ROOT.resolve("ear/target/lynceus.ear"), HOME.resolve("deployments/lynceus.ear"));
  }

  /** Stops it in good order; after half a minute at once. */
  private void end() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it, and takes what only it knew about out of the center. */
  @Override
  public void close() throws SQLException {
    end();
    Runtime.getRuntime().removeShutdownHook(stopAtExit);
    String its = "(select id from volume where node = '" + NODE + "')";
    sql("delete from segment where volume_id in " + its);
    sql("delete from volume where node = '" + NODE + "'");
    sql("delete from cluster_node where name = '" + NODE + "'");
  }
}
