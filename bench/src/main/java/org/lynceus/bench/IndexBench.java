package org.lynceus.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long PostgreSQL takes for a day's timeline of one camera from a large index, asked as the
 * application asks. The rows are loaded in order of time over all cameras, as they come in life, so
 * that a camera's rows lie far apart.
 */
final class IndexBench {
  private static final OffsetDateTime FIRST =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final String TIMELINE =
      "select start_at, end_at from segment where channel_id = ? and stream = 'MAIN'"
          + " and start_at >= ? and start_at < ? and end_at > ? and deleting is null"
          + " order by start_at";
  private static final String FILL =
      "insert into segment (id, channel_id, stream, volume_id, path, start_at, end_at, bytes,"
          + " closed, recovered, codecs, width, height, init_bytes, run, run_offset_us, fragments,"
          + " sha256) select uuidv7(), md5('camera ' || camera)::uuid, 'MAIN', md5('volume')::uuid,"
          + " to_char(at, 'YYYY/MM/DD/HH24/') || md5('camera ' || camera)::uuid || '-main-' ||"
          + " (extract(epoch from at) * 1000)::bigint || '.mp4', at, at + interval '1 minute',"
          + " 30000000, true, false, 'avc1.64001f', 1920, 1080, 812, md5('run ' || camera)::uuid,"
          + " 0, ?, repeat('ab', 32) from generate_series(?::timestamptz, ?::timestamptz - interval"
          + " '1 minute', interval '1 minute') as at, generate_series(1, ?) as camera";

  private final Path postgres;
  private final Path data;
  private final int port;

  private IndexBench(Path postgres, Path data, int port) {
    this.postgres = postgres;
    this.data = data;
    this.port = port;
  }

  /** Arguments: unpacked PostgreSQL, empty work directory, ddl directory, cameras, days. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path work = Files.createDirectories(Path.of(arguments[1]));
    Path data = Files.createTempDirectory(work, "index");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    IndexBench bench = new IndexBench(Path.of(arguments[0]).toAbsolutePath(), data, port);
    bench.initialise();
    Process server = bench.start();
    try {
      int cameras = Integer.parseInt(arguments[3]);
      int days = Integer.parseInt(arguments[4]);
      try (Connection connection = bench.connect(server)) {
        bench.schema(connection, Path.of(arguments[2]));
        fill(connection, cameras, days);
        size(connection);
        timelines(connection, cameras, days, "just loaded");
      }
      stop(server);
      server = bench.start();
      try (Connection connection = bench.connect(server)) {
        timelines(connection, cameras, days, "after a restart");
        timelines(connection, cameras, days, "again");
      }
    } finally {
      stop(server);
      try (Stream<Path> all = Files.walk(data)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void fill(Connection connection, int cameras, int days) throws SQLException {
    byte[] fragments = new byte[332];
    new Random(1).nextBytes(fragments);
    long start = System.nanoTime();
    try (PreparedStatement insert = connection.prepareStatement(FILL)) {
      for (int hour = 0; hour < days * 24; hour++) {
        insert.setBytes(1, fragments);
        insert.setObject(2, FIRST.plusHours(hour));
        insert.setObject(3, FIRST.plusHours(hour + 1L));
        insert.setInt(4, cameras);
        insert.executeUpdate();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze segment");
    }
    System.out.printf("loaded in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static void size(Connection connection) throws SQLException {
    String sql =
        "select count(*), pg_table_size('segment') / 1000000, pg_indexes_size('segment') / 1000000"
            + " from segment";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      System.out.printf(
          "%d rows, table %d MB, indexes %d MB%n", row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  /** Asks for random days of random cameras. */
  private static void timelines(Connection connection, int cameras, int days, String when)
      throws SQLException {
    Random random = new Random(7);
    double[] millis = new double[300];
    int rows = 0;
    for (int i = 0; i < millis.length; i++) {
      UUID camera = camera(connection, 1 + random.nextInt(cameras));
      OffsetDateTime from = FIRST.plusDays(random.nextInt(days));
      long start = System.nanoTime();
      rows = timeline(connection, camera, from);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf(
        "a day of one camera (%d rows), %s: p50 %.1f ms, p95 %.1f ms, most %.1f ms, first %.1f"
            + " ms%n",
        rows, when, millis[150], millis[285], millis[299], first);
  }

  private static UUID camera(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select md5('camera " + number + "')::uuid")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private static int timeline(Connection connection, UUID camera, OffsetDateTime from)
      throws SQLException {
    int rows = 0;
    try (PreparedStatement select = connection.prepareStatement(TIMELINE)) {
      select.setObject(1, camera);
      select.setObject(2, from.minusMinutes(10));
      select.setObject(3, from.plusDays(1));
      select.setObject(4, from);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getObject(1, OffsetDateTime.class)
              .isBefore(row.getObject(2, OffsetDateTime.class))) {
            rows++;
          }
        }
      }
    }
    return rows;
  }

  private void schema(Connection connection, Path ddl) throws IOException, SQLException {
    try (Stream<Path> files = Files.list(ddl);
        Statement statement = connection.createStatement()) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
        statement.execute(Files.readString(file));
      }
    }
  }

  private void initialise() throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                command(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "bench",
                    "-A",
                    "trust",
                    "--no-sync",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("initdb failed");
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            command(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_wal_size=4GB",
                "-c",
                "synchronous_commit=off"))
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("bench.log").toFile())
        .start();
  }

  private Connection connect(Process server) throws InterruptedException, SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("bench");
    SQLException last = new SQLException("the server ended");
    while (!server.waitFor(100, TimeUnit.MILLISECONDS)) {
      try {
        return source.getConnection();
      } catch (SQLException notYet) {
        last = notYet;
      }
    }
    throw last;
  }

  private static void stop(Process server) throws InterruptedException {
    server.descendants().forEach(ProcessHandle::destroy);
    server.destroy();
    server.waitFor();
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(postgres.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
