package org.lynceus.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A running center that is told events at a steady rate, a part of which raise alarms, with the
 * database, the broker and this program on the same processor: whether all are stored as fast as
 * they come, how soon an alarm is at a reader, and what many readers cost. The floor is the same
 * rows inserted by plain batches.
 */
final class EventBench {
  private static final String TYPE = "COUNTED_OBJECT";
  private static final String ALARM = "DOOR_MALICIOUS";
  private static final int TICKS = 10;
  private static final int FLOOR_SECONDS = 10;
  private static final int FLOOR_BATCH = 500;

  private final BenchCaller administrator =
      new BenchCaller(System.getenv("LYNCEUS_URL"), "--admin");
  private final AlarmReaders readers = new AlarmReaders(administrator);
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicLong answered = new AtomicLong();
  private final Connection db;
  private final long server;
  private long number;

  private EventBench(Connection db, long server) {
    this.db = db;
    this.server = server;
  }

  /** Arguments: events a second, alarms a second, seconds, readers of the last phase. */
  public static void main(String[] arguments) throws Exception {
    int rate = Integer.parseInt(arguments[0]);
    int alarms = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    try (Connection db =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:"
                + System.getenv("LYNCEUS_DB_PORT")
                + "/lynceus?reWriteBatchedInserts=true",
            "lynceus",
            System.getenv("LYNCEUS_DB_PASSWORD"))) {
      EventBench bench = new EventBench(db, Long.parseLong(System.getenv("LYNCEUS_SERVER_PID")));
      bench.floor();
      bench.scheme();
      bench.readers.join(1);
      bench.load("warming up", rate, alarms, Math.min(seconds, 30));
      bench.load("measured", rate, alarms, seconds);
      bench.load("all of them alarms", alarms, alarms, Math.min(seconds, 60));
      bench.load("one reader", 100, 100, 30);
      int many = Integer.parseInt(arguments[3]);
      bench.readers.join(many - 1);
      TimeUnit.SECONDS.sleep(5);
      bench.load(many + " readers", 100, 100, 30);
    }
    System.exit(0);
  }

  /** Rows of the same columns and keys, by one connection. */
  private void floor() throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(
          "create table bench_floor (id bigserial primary key, uid uuid not null unique, device_id"
              + " uuid, channel_id uuid, type text not null, reason_code text, reason_text text,"
              + " occurred_at timestamptz not null, received_at timestamptz not null, source text,"
              + " active boolean)");
      db.setAutoCommit(false);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FLOOR_SECONDS);
      long rows = 0;
      try (PreparedStatement insert =
          db.prepareStatement(
              "insert into bench_floor (uid, type, occurred_at, received_at, source)"
                  + " values (?, ?, ?, ?, ?) on conflict (uid) do nothing")) {
        while (System.nanoTime() < end) {
          for (int i = 0; i < FLOOR_BATCH; i++) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, TYPE);
            insert.setTimestamp(3, Timestamp.from(Instant.now()));
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.setString(5, "external Bench: n" + rows++);
            insert.addBatch();
          }
          insert.executeBatch();
          db.commit();
        }
      }
      db.setAutoCommit(true);
      statement.execute("drop table bench_floor");
      System.out.printf(
          "floor: %d rows/s by batches of %d, one connection%n", rows / FLOOR_SECONDS, FLOOR_BATCH);
    }
  }

  private void scheme() throws Exception {
    administrator.post(
        "/alarm-schemes",
        """
        {"name":"Bench %s","enabled":true,"priority":"LOW","templateId":"00000000-0000-7000-8000-000000000001",
         "sources":[{"kind":"CENTER"}],"types":["%s"],"mergeSeconds":1,"capSeconds":60,
         "delayOnSeconds":0,"delayOffSeconds":0,"toRoles":[],"toUsers":[]}
        """
            .formatted(run, ALARM));
  }

  private void load(String words, int rate, int alarms, int seconds) throws Exception {
    long storedBefore = stored();
    long heardBefore = readers.heard();
    answered.set(0);
    double cpuBefore = ProcessUsage.cpuSeconds(server);
    long began = System.nanoTime();
    long most = 0;
    Semaphore slots = new Semaphore(8);
    ExecutorService senders = Executors.newFixedThreadPool(8);
    for (int tick = 1; tick <= seconds * TICKS; tick++) {
      String batch = batch(rate / TICKS, alarms / TICKS);
      slots.acquire();
      senders.execute(() -> send(batch, rate / TICKS, slots));
      long due = began + tick * TimeUnit.SECONDS.toNanos(1) / TICKS;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      if (tick % (5 * TICKS) == 0) {
        most = Math.max(most, answered.get() - (stored() - storedBefore));
      }
    }
    double lasted = (System.nanoTime() - began) / 1e9;
    double share = 100 * (ProcessUsage.cpuSeconds(server) - cpuBefore) / lasted;
    senders.shutdown();
    senders.awaitTermination(1, TimeUnit.MINUTES);
    long waits = answered.get() - (stored() - storedBefore);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (stored() - storedBefore < answered.get() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    double drained = (System.nanoTime() - began) / 1e9 - lasted;
    TimeUnit.SECONDS.sleep(2);
    System.out.printf(
        "%s: %.0f events/s accepted, %d of %d stored; not stored yet: at most %d, at the end %d,"
            + " gone %.1f s later; the server takes %.0f %% of a core; event sent to alarm at the"
            + " reader: %s; all readers got %d%n",
        words,
        answered.get() / lasted,
        stored() - storedBefore,
        (long) rate / TICKS * TICKS * seconds,
        most,
        waits,
        drained,
        share,
        readers.delays(),
        readers.heard() - heardBefore);
  }

  private String batch(int events, int alarms) {
    StringBuilder json = new StringBuilder("{\"events\":[");
    for (int i = 0; i < events; i++) {
      String part = "n" + number++;
      if (i < alarms) {
        readers.sends(part);
      }
      json.append(i == 0 ? "" : ",")
          .append("{\"id\":\"")
          .append(run)
          .append(part)
          .append("\",\"type\":\"")
          .append(i < alarms ? ALARM : TYPE)
          .append("\",\"from\":\"Bench\",\"source\":\"")
          .append(part)
          .append("\"}");
    }
    return json.append("]}").toString();
  }

  private void send(String batch, int events, Semaphore slots) {
    try {
      String answer = administrator.post("/events", batch);
      if (answer.contains("\"problem\"")) {
        throw new IllegalStateException(answer.substring(0, Math.min(500, answer.length())));
      }
      answered.addAndGet(events);
    } catch (IOException | InterruptedException | IllegalStateException e) {
      System.err.println("a batch was not taken: " + e);
    } finally {
      slots.release();
    }
  }

  /** Ids are given in the order of storing. */
  private long stored() throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from device_event")) {
      row.next();
      return row.getLong(1);
    }
  }
}
