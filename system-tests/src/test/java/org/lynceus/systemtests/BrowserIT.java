package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the browser tests, one file after another, in Chromium; skipped where there is none. A
 * shorter set without {@code -Pfaults}; {@code -Dbrowser.files=<beginnings of names, with commas
 * between>} chooses.
 */
@Order(1000)
class BrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path TESTS = Repository.ROOT.resolve("system-tests/browser");

  /** What breaks most when something breaks; the others take minutes more. */
  private static final Set<String> SHORT =
      Set.of("devices.test.mjs", "live.test.mjs", "playback.test.mjs", "session.test.mjs");

  @TestFactory
  Stream<DynamicTest> inTheBrowser() {
    List<String> only = List.of(System.getProperty("browser.files", "").split(",", -1));
    List<Path> files =
        Repository.files("system-tests/browser", ".test.mjs").stream()
            .filter(file -> only.stream().anyMatch(file.getFileName().toString()::startsWith))
            .toList();
    assertThat(files).isNotEmpty();
    boolean all = !only.equals(List.of("")) || Boolean.getBoolean("lynceus.longer");
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      assumeTrue(all || SHORT.contains(file.getFileName().toString()), Longer.WHY);
                      run(file);
                    }));
  }

  private static void run(Path file) throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "skipped: browser tests need Chromium at " + CHROMIUM + " (Debian package chromium)");
    Path output =
        Repository.ROOT.resolve("system-tests/target/browser/" + file.getFileName() + ".log");
    Files.createDirectories(output.getParent());
    ProcessBuilder builder =
        new ProcessBuilder("node", "--test", "--test-reporter=spec", file.toString())
            .directory(TESTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "LYNCEUS_URL",
                LynceusServer.URL,
                "LYNCEUS_ADMIN_USER",
                "admin",
                "LYNCEUS_ADMIN_PASSWORD",
                LynceusServer.secret("admin-password"),
                "LYNCEUS_OPERATOR_USER",
                "operator",
                "LYNCEUS_OPERATOR_PASSWORD",
                LynceusServer.secret("operator-password"),
                "LYNCEUS_CAMERA_URL",
                "rtsp://127.0.0.1:" + LynceusServer.SIMULATOR_PORT + "/camera/6",
                "LYNCEUS_ONVIF_URL",
                "http://127.0.0.1:" + LynceusServer.ONVIF_PORT + "/onvif/2/device_service",
                "LYNCEUS_CAMERA_USER",
                "camera",
                "LYNCEUS_CAMERA_PASSWORD",
                LynceusServer.secret("simulator-password"),
                "LYNCEUS_ARTIFACTS",
                output.getParent().toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "LYNCEUS_SIM_CONTROL",
                "http://127.0.0.1:" + LynceusServer.CONTROL_PORT,
                "LYNCEUS_TILES",
                LynceusServer.TILES,
                "LYNCEUS_REGISTRATION_PORT",
                Integer.toString(LynceusServer.REGISTRATION_PORT)));
    Process process = builder.start();
    if (!process.waitFor(8, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(file + " hangs:\n" + Files.readString(output));
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }
}
