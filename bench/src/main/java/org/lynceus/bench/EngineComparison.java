package org.lynceus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares the engine with a plain read-and-write program and with one ffmpeg per camera, on the
 * same cameras, one after the other in one run. CPU is the accounted time of the recording
 * processes alone; the cameras are a process of their own. Every figure is the median of several
 * windows.
 */
final class EngineComparison {
  private static final int WINDOWS = 7;
  private static final long WINDOW_SECONDS = Integer.getInteger("bench.window", 10);
  private static final long WARM_UP_SECONDS = Integer.getInteger("bench.warm", 60);

  private final Tools tools;

  /** What one way cost: percent of a core per camera, MB per camera. */
  private record Cost(double percent, double lowest, double highest, double megabytes) {}

  private EngineComparison(Tools tools) {
    this.tools = tools;
  }

  /**
   * Arguments: work directory, ffmpeg, floor, then the numbers of cameras; or {@code endurance}, a
   * number of cameras and seconds.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Tools tools =
        new Tools(
            Files.createDirectories(Path.of(arguments[0])),
            Path.of(arguments[1]),
            Path.of(arguments[2]));
    EngineComparison comparison = new EngineComparison(tools);
    if (arguments[3].equals("endurance")) {
      comparison.endure(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
      return;
    }
    for (String cameras : Arrays.asList(arguments).subList(3, arguments.length)) {
      comparison.compare(Integer.parseInt(cameras));
    }
  }

  private void compare(int cameras) throws IOException, InterruptedException {
    System.out.printf(
        "%n%d cameras, 1080p25 H.264 4 Mbit/s, key frame every 2 s, RTSP over TCP%n", cameras);
    System.out.printf("load of the machine before: %s%n", load());
    Process server = tools.java(CameraServer.class, List.of(tools.clip().toString(), "" + cameras));
    try {
      int port = Integer.parseInt(line(server).replace("port ", ""));
      List<Cost> costs = new ArrayList<>();
      for (Way way : Way.values()) {
        Cost cost = measure(way, port, cameras);
        costs.add(cost);
        System.out.printf(
            "%-20s %.3f %% of a core per camera (%.3f to %.3f), %.1f MB per camera%n",
            way.title(), cost.percent, cost.lowest, cost.highest, cost.megabytes);
      }
      double engine = costs.get(Way.ENGINE.ordinal()).percent;
      System.out.printf(
          "engine / floor = %.2f (without digest %.2f), engine / ffmpeg = %.2f%n",
          engine / costs.get(Way.FLOOR.ordinal()).percent,
          costs.get(Way.PLAIN.ordinal()).percent / costs.get(Way.FLOOR.ordinal()).percent,
          engine / costs.get(Way.FFMPEG.ordinal()).percent);
    } finally {
      end(server);
    }
  }

  /** One long run of the engine alone; its last line tells whether anything is missing. */
  private void endure(int cameras, int seconds) throws IOException, InterruptedException {
    System.out.printf("%n%d cameras for %d s, load before: %s%n", cameras, seconds, load());
    Process server = tools.java(CameraServer.class, List.of(tools.clip().toString(), "" + cameras));
    Path directory = Files.createTempDirectory(tools.work(), "recording");
    try {
      int port = Integer.parseInt(line(server).replace("port ", ""));
      List<Process> engine = Way.ENGINE.start(tools, port, cameras, directory);
      double cpu = ProcessUsage.cpuSeconds(engine);
      for (int minute = 0; minute < seconds / 60; minute++) {
        TimeUnit.SECONDS.sleep(60);
        double now = ProcessUsage.cpuSeconds(engine);
        System.out.printf(
            "minute %d: %.3f %% of a core and %.2f MB per camera%n",
            minute + 1,
            100 * (now - cpu) / 60 / cameras,
            ProcessUsage.pssMegabytes(engine) / cameras);
        cpu = now;
      }
      end(engine.get(0));
    } finally {
      end(server);
      delete(directory);
    }
  }

  private Cost measure(Way way, int port, int cameras) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(tools.work(), "recording");
    List<Process> processes = way.start(tools, port, cameras, directory);
    try {
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
      double[] percents = new double[WINDOWS];
      for (int i = 0; i < WINDOWS; i++) {
        percents[i] = 100 * window(processes) / cameras;
      }
      double memory = ProcessUsage.pssMegabytes(processes) / cameras;
      Arrays.sort(percents);
      return new Cost(percents[WINDOWS / 2], percents[0], percents[WINDOWS - 1], memory);
    } finally {
      for (Process process : processes) {
        end(process);
      }
      delete(directory);
    }
  }

  /** CPU seconds per second over one window. */
  private static double window(List<Process> processes) throws IOException, InterruptedException {
    double cpu = ProcessUsage.cpuSeconds(processes);
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(WINDOW_SECONDS);
    double used = ProcessUsage.cpuSeconds(processes) - cpu;
    return used * 1e9 / (System.nanoTime() - start);
  }

  /**
   * Closes the input and lets the process tell its counts; stops it when it does not end by that.
   */
  private static void end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    boolean listens = process.info().command().orElse("").endsWith("java");
    if (!listens || !process.waitFor(15, TimeUnit.SECONDS)) {
      process.destroy();
      process.waitFor();
      return;
    }
    try (BufferedReader out = reader(process)) {
      out.lines().filter(line -> line.startsWith("frames")).forEach(System.out::println);
    }
  }

  static String line(Process process) throws IOException {
    return Objects.requireNonNull(reader(process).readLine(), "the cameras did not start");
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
