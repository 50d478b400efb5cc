package org.lynceus.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product as a user starts it, by {@code ./lynceus start --demo}, with a home below target and
 * ports of its own. One instance serves all tests of a run.
 */
final class LynceusServer {
  static final int HTTP_PORT = 28080;
  static final int MANAGEMENT_PORT = 29990;
  static final int DB_PORT = 25432;
  static final int SIMULATOR_PORT = 28554;
  static final int CONTROL_PORT = 28555;
  static final int ONVIF_PORT = 28556;
  static final int REGISTRATION_PORT = 28950;
  static final int MAIL_PORT = 28025;
  static final int KEYCLOAK_PORT = 28180;

  /** Where mails go. */
  static final Map<String, String> MAIL =
      Map.of(
          "LYNCEUS_MAIL_HOST", "127.0.0.1",
          "LYNCEUS_MAIL_PORT", Integer.toString(MAIL_PORT),
          "LYNCEUS_MAIL_SECURITY", "NONE",
          "LYNCEUS_MAIL_FROM", "center@lynceus.invalid");

  /** Where the browser test of geographic maps has its tile server. */
  static final String TILES = "http://127.0.0.1:28026";

  static final Path HOME = Repository.ROOT.resolve("system-tests/target/lynceus-home");
  static final String URL = "http://127.0.0.1:" + HTTP_PORT;

  /** Cameras beyond the eight of the demo, numbered on from there. */
  private static final String EXTRA_CAMERAS = "h265,mjpeg";

  private static final Path HELPER = HOME.resolveSibling("helper/ffmpeg");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "LYNCEUS_HOME", HOME.toString(),
          "LYNCEUS_DIST", System.getProperty("lynceus.dist", HOME.resolve("dist").toString()),
          "LYNCEUS_EAR", Repository.ROOT.resolve("ear/target/lynceus.ear").toString(),
          "LYNCEUS_HTTP_PORT", Integer.toString(HTTP_PORT),
          "LYNCEUS_MANAGEMENT_PORT", Integer.toString(MANAGEMENT_PORT),
          "LYNCEUS_KEYCLOAK_PORT", Integer.toString(KEYCLOAK_PORT),
          "LYNCEUS_DB_PORT", Integer.toString(DB_PORT),
          "LYNCEUS_SIM_PORT", Integer.toString(SIMULATOR_PORT),
          "LYNCEUS_SIM_CONTROL_PORT", Integer.toString(CONTROL_PORT),
          "LYNCEUS_SIM_ONVIF_PORT", Integer.toString(ONVIF_PORT));

  private LynceusServer() {}

  /** Where the servers are unpacked. */
  static Path dist() {
    return Path.of(SETTINGS.get("LYNCEUS_DIST"));
  }

  static void start() {
    try {
      Ffmpeg.writeHelper(HELPER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(Map.of());
  }

  /** Starts what does not run, with other settings than usual. */
  static void start(Map<String, String> settings) {
    System.out.println(run(600, settings, List.of(command(), "start", "--demo")));
  }

  private static String command() {
    return Repository.ROOT.resolve("lynceus").toString();
  }

  static void stop() {
    System.out.println(command(120, "stop"));
  }

  static String token(String... options) {
    List<String> arguments = new ArrayList<>(List.of("token"));
    arguments.addAll(List.of(options));
    return command(30, arguments.toArray(String[]::new)).strip();
  }

  static String secret(String name) {
    try {
      return Files.readString(HOME.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process id of a part, as {@code ./lynceus status} prints it. */
  static long pid(String part) {
    for (String line : command(30, "status").split("\n")) {
      if (line.startsWith(part + " ")) {
        return Long.parseLong(line.replaceAll(".*pid (\\d+).*", "$1"));
      }
    }
    throw new IllegalStateException(part + " does not run");
  }

  /** Ends a part at once, as a power cut of its process would. */
  static void kill(String part) throws InterruptedException {
    long pid = pid(part);
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    Await.until(part + " to be gone", 10, () -> !process.isAlive());
  }

  /** Runs operations of WildFly's management one after the other; fails when one fails. */
  static void manage(String... operations) {
    try {
      Path file = Files.createTempFile("lynceus", ".cli");
      Files.write(file, List.of(operations));
      run(
          60,
          Map.of(),
          List.of(
              wildfly().resolve("bin/jboss-cli.sh").toString(),
              "--connect",
              "--controller=127.0.0.1:" + MANAGEMENT_PORT,
              "--file=" + file));
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The unpacked WildFly. */
  static Path wildfly() {
    try (Stream<Path> folders = Files.list(dist())) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith("wildfly-"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code ./lynceus} and returns what it printed; fails when it fails. */
  static String command(int seconds, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(command());
    command.addAll(List.of(arguments));
    return run(seconds, Map.of(), command);
  }

  private static String run(int seconds, Map<String, String> settings, List<String> command) {
    try {
      Path output = Files.createTempFile("lynceus", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(SETTINGS);
      builder.environment().put("LYNCEUS_SIM_EXTRA", EXTRA_CAMERAS);
      builder.environment().put("LYNCEUS_REGISTRATION_ADDRESS", "127.0.0.1:" + REGISTRATION_PORT);
      builder.environment().put("LYNCEUS_FFMPEG", HELPER.toString());
      builder.environment().put("LYNCEUS_MAP_TILES", TILES + "/tiles/{z}/{x}/{y}.png");
      builder.environment().put("LYNCEUS_MAP_ATTRIBUTION", "Tiles of the test");
      builder.environment().putAll(MAIL);
      builder.environment().putAll(settings);
      Process process = builder.start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      String text = Files.readString(output);
      Files.delete(output);
      if (!ended) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " hangs:\n" + text);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
