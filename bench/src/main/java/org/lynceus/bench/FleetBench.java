package org.lynceus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A running center with very many devices: what they cost while nothing happens (at once, and when
 * the compiler has done its work), how soon one that goes away is told to a reader of events, and
 * how long lists take ({@link FleetLists}). The devices are written into the database as the
 * application writes them; they have no passwords.
 */
final class FleetBench {
  private static final int DOORS = 60;
  private static final String URL = System.getenv("LYNCEUS_URL");
  private static final Pattern FACT = Pattern.compile("\"type\":\"DEVICE_OFFLINE\"");
  private static final Pattern DEVICE = Pattern.compile("\"deviceId\":\"([0-9a-f-]{36})\"");

  private final BenchCaller administrator = new BenchCaller(URL, "--admin");
  private final Map<UUID, Long> seen = new ConcurrentHashMap<>();
  private final Random random = new Random(1);
  private final long server;

  private FleetBench(long server) {
    this.server = server;
  }

  /**
   * Arguments: devices, channels of each, seconds of quiet. In the environment: the address, the
   * database's port and password and the server's process id.
   */
  public static void main(String[] arguments) throws Exception {
    int devices = Integer.parseInt(arguments[0]);
    int channels = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    FleetBench bench = new FleetBench(Long.parseLong(System.getenv("LYNCEUS_SERVER_PID")));
    bench.quiet("without devices", seconds);
    Process fleet = fleet(devices);
    try (BufferedReader words =
            new BufferedReader(
                new InputStreamReader(fleet.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter orders =
            new PrintWriter(fleet.getOutputStream(), true, StandardCharsets.UTF_8)) {
      int[] ports =
          Stream.of(words.readLine().split(" ")).skip(1).mapToInt(Integer::parseInt).toArray();
      List<UUID> ids = fill(devices, channels, ports);
      System.out.printf("%d devices with %d channels%n", devices, devices * channels);
      bench.awaitOnline(devices);
      bench.quiet("with all online", seconds);
      bench.goAway(ids, orders);
      TimeUnit.MINUTES.sleep(2);
      bench.quiet("minutes later", seconds);
      new FleetLists(URL, bench.administrator).run(ids);
    } finally {
      fleet.destroy();
    }
  }

  private static Process fleet(int devices) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FleetServer.class.getName(),
            Integer.toString(devices),
            Integer.toString(DOORS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Writes devices, their channels and sites; the first ones are behind doors. */
  private static List<UUID> fill(int devices, int channels, int[] ports) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection db =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + System.getenv("LYNCEUS_DB_PORT") + "/lynceus",
            "lynceus",
            System.getenv("LYNCEUS_DB_PASSWORD"))) {
      db.setAutoCommit(false);
      List<UUID> sites = FleetSites.write(db);
      try (PreparedStatement device =
              db.prepareStatement(
                  "insert into device (id, name, url, created_at, version, site_id, manufacturer,"
                      + " model, serial) values (?, ?, ?, now(), 1, ?, 'Bench', 'B1', ?)");
          PreparedStatement channel =
              db.prepareStatement(
                  "insert into channel (id, device_id, number, name, video_codec, width, height,"
                      + " version, url) values (?, ?, ?, ?, 'H264', 1280, 720, 1, ?)")) {
        for (int i = 0; i < devices; i++) {
          UUID id = UUID.randomUUID();
          ids.add(id);
          int port = i < DOORS ? ports[2 + i] : ports[0];
          device.setObject(1, id);
          device.setString(2, String.format("Recorder %04d", i + 1));
          device.setString(3, "http://127.0.0.1:" + port + "/onvif/" + (i + 1) + "/device_service");
          device.setObject(4, sites.get(i % sites.size()));
          device.setString(5, "S" + i);
          device.addBatch();
          for (int c = 1; c <= channels; c++) {
            channel.setObject(1, UUID.randomUUID());
            channel.setObject(2, id);
            channel.setInt(3, c);
            channel.setString(4, String.format("Camera %04d-%02d", i + 1, c));
            channel.setString(5, "rtsp://127.0.0.1:" + ports[1] + "/camera/" + (1 + i % 8));
            channel.addBatch();
          }
        }
        device.executeBatch();
        channel.executeBatch();
      }
      db.commit();
    }
    return ids;
  }

  private void awaitOnline(int devices) throws Exception {
    long began = System.nanoTime();
    int online = 0;
    while (online < devices) {
      if (System.nanoTime() - began > TimeUnit.MINUTES.toNanos(10)) {
        throw new IllegalStateException("only " + online + " devices came online");
      }
      TimeUnit.SECONDS.sleep(10);
      Matcher totals =
          Pattern.compile("\"online\":(\\d+)")
              .matcher(administrator.get("/devices?limit=1&protocol=ONVIF"));
      online = totals.find() ? Integer.parseInt(totals.group(1)) : 0;
    }
    System.out.printf(
        "all online %.0f s after they were written%n", (System.nanoTime() - began) / 1e9);
  }

  /** The server's share of a core while nothing happens. */
  private void quiet(String words, int seconds) throws Exception {
    TimeUnit.SECONDS.sleep(20);
    double before = ProcessUsage.cpuSeconds(server);
    long began = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double share =
        100 * (ProcessUsage.cpuSeconds(server) - before) / ((System.nanoTime() - began) / 1e9);
    System.out.printf("%s: the server takes %.1f %% of a core over %d s%n", words, share, seconds);
  }

  /** From a door that shuts to the event at a reader of the stream. */
  private void goAway(List<UUID> ids, PrintWriter orders) throws Exception {
    Thread reader = new Thread(this::readEvents);
    reader.setDaemon(true);
    reader.start();
    TimeUnit.SECONDS.sleep(2);
    double[] delays = new double[DOORS];
    for (int i = 0; i < DOORS; i++) {
      TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(700));
      long shut = System.nanoTime();
      orders.println(i);
      Long told = seen.get(ids.get(i));
      while (told == null) {
        if (System.nanoTime() - shut > TimeUnit.SECONDS.toNanos(30)) {
          throw new IllegalStateException("device " + (i + 1) + " went away and nobody said so");
        }
        TimeUnit.MILLISECONDS.sleep(2);
        told = seen.get(ids.get(i));
      }
      delays[i] = (told - shut) / 1e6;
    }
    System.out.println("a device goes away until its event is at a reader: " + figures(delays));
  }

  private void readEvents() {
    try (Stream<String> lines = administrator.lines("/stream")) {
      lines.forEach(
          line -> {
            for (String event : line.split("\\},\\{")) {
              Matcher device = DEVICE.matcher(event);
              if (FACT.matcher(event).find() && device.find()) {
                seen.putIfAbsent(UUID.fromString(device.group(1)), System.nanoTime());
              }
            }
          });
    } catch (IOException | InterruptedException e) {
      System.err.println("reading events ended: " + e);
    }
  }

  static String figures(double[] millis) {
    Arrays.sort(millis);
    return String.format(
        "p50 %.0f ms, p95 %.0f ms, longest %.0f ms",
        millis[millis.length / 2],
        millis[(int) Math.ceil(millis.length * 0.95) - 1],
        millis[millis.length - 1]);
  }
}
