package org.lynceus.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A running center with very many stored events and alarms of thirty days: how long its lists and
 * the search take. The rows are written by SQL, in the form in which the application writes them.
 */
final class SearchBench {
  private static final int DAYS = 30;
  private static final int DEVICES = 2000;
  private static final int PAGES = 60;
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final String DEVICE =
      "('00000000-0000-4000-9000-' || lpad(to_hex(%s %% " + DEVICES + "), 12, '0'))::uuid";

  private static final String DEVICE_ID = "00000000-0000-4000-9000-%012x";

  private final BenchCaller administrator =
      new BenchCaller(System.getenv("LYNCEUS_URL"), "--admin");
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Connection db;

  private SearchBench(Connection db) {
    this.db = db;
  }

  /** Arguments: millions of events, thousands of alarms. */
  public static void main(String[] arguments) throws Exception {
    try (Connection db =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + System.getenv("LYNCEUS_DB_PORT") + "/lynceus",
            "lynceus",
            System.getenv("LYNCEUS_DB_PASSWORD"))) {
      SearchBench bench = new SearchBench(db);
      bench.events(Integer.parseInt(arguments[0]) * 1_000_000L / DAYS);
      bench.alarms(Integer.parseInt(arguments[1]) * 1000L);
      bench.execute("vacuum analyze device_event", "vacuum analyze alarm, alarm_history");
      bench.measure();
    }
    System.exit(0);
  }

  private void events(long ofDay) throws SQLException {
    long began = System.nanoTime();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
      long midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      execute(
          "create table if not exists device_event_%s partition of device_event for values from ('%s') to ('%s')"
              .formatted(DateTimeFormatter.BASIC_ISO_DATE.format(day), day, day.plusDays(1)),
          """
          insert into device_event (day, uid, device_id, type, occurred_at, received_at, source, active)
          select '%s', (lpad(to_hex(e.ms), 12, '0') || '7' || substr(e.hash, 1, 3) || '8' || substr(e.hash, 4, 15))::uuid,
            %s, (array['MOTION','MOTION','TAMPER','INPUT','LINE_CROSSING','DEVICE_ONLINE'])[1 + e.n %% 6],
            to_timestamp(e.ms / 1000.0), to_timestamp(e.ms / 1000.0), 'part' || e.n %% 8, e.n %% 2 = 0
          from (select n, %d + n * 86400000 / %d as ms, md5(n || '%s') as hash from generate_series(0::bigint, %d) n) e
          """
              .formatted(day, DEVICE.formatted("e.n"), midnight, ofDay, day, ofDay - 1));
    }
    System.out.printf(
        "%d events written in %.0f s%n", ofDay * DAYS, (System.nanoTime() - began) / 1e9);
  }

  /** One of fifty is open; one of ten was commented, one of 10,000 with a rare word. */
  private void alarms(long count) throws SQLException {
    execute(
        """
        insert into alarm (id, scheme_id, scheme_name, priority, type, source_key, device_id, source_name, first_at, last_at,
          ended_at, occurrences, handling, handled_by, handled_at, to_roles, to_users, raised_at, changed_at, version)
        select gen_random_uuid(), ('00000000-0000-4000-a000-' || lpad(to_hex(n %% 20), 12, '0'))::uuid, 'Scheme ' || n %% 20,
          (array['CRITICAL','HIGH','MEDIUM','LOW'])[1 + n %% 4], (array['MOTION','TAMPER','INPUT'])[1 + n %% 3], 'bench ' || n %% 5000,
          %s, 'Camera ' || lpad((n %% 5000)::text, 4, '0'), a.at, a.at, a.at + interval '20 seconds', 1 + n %% 5,
          case when n %% 50 = 0 then 'PENDING' when n %% 9 = 0 then 'FALSE_ALARM' else 'RESOLVED' end,
          case when n %% 50 = 0 then null else 'operator' || n %% 12 end, case when n %% 50 = 0 then null else a.at end,
          '{}', '{}', a.at, a.at, 1
        from generate_series(1, %d) n, lateral (select '%s'::timestamptz - (%d - n) * interval '%d milliseconds' as at) a
        """
            .formatted(DEVICE.formatted("n"), count, now, count, DAYS * 86_400_000L / count),
        "insert into alarm_name (name, of_scheme) select distinct source_name, false from alarm union select distinct scheme_name, true from alarm",
        "insert into alarm_history (alarm_id, at, by_user, act) select id, first_at, '', 'RAISED' from alarm order by number",
        "insert into alarm_history (alarm_id, at, by_user, act, comment) select id, first_at, 'operator', 'COMMENTED',"
            + " case when number % 10000 = 0 then 'squirrel on the wire' else 'checked the door, nobody there' end"
            + " from alarm where number % 10 = 0 order by number");
    System.out.printf("%d alarms written%n", count);
  }

  private void measure() throws IOException, InterruptedException {
    String device = DEVICE_ID.formatted(77);
    pages("/events?limit=100");
    pages("/events?limit=100&deviceId=" + device);
    for (String queue : new String[] {"OPEN", "RESOLVED", "ALL"}) {
      pages("/alarms?limit=100&queue=" + queue);
    }
    String month =
        "/alarm-search?limit=100&from=" + now.minus(DAYS, ChronoUnit.DAYS) + "&to=" + now;
    pages(month);
    for (String filter :
        new String[] {
          "device=" + device,
          "type=TAMPER",
          "type=TAMPER&priority=CRITICAL&handling=FALSE_ALARM",
          "scheme=00000000-0000-4000-a000-000000000003",
          "handler=operator7",
          "comment=squirrel",
          "comment=nobody",
          "comment=nobody&handler=operator7&type=INPUT&priority=LOW",
          "q=Camera 0777",
          "q=Camera 0777&handling=IGNORED",
          "q=Camera 07",
          "q=nowhere",
          devices(40),
          devices(40) + "&handling=IGNORED",
          devices(10) + "&handling=IGNORED"
        }) {
      String path = month + "&" + filter.replace(" ", "%20");
      System.out.printf("%s %s%n", brief(filter), FleetLists.times(administrator, path));
      toTheEnd(path, brief(filter));
    }
  }

  private static String devices(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "device=" + DEVICE_ID.formatted(n))
        .collect(Collectors.joining("&"));
  }

  private static String brief(String filter) {
    return filter.length() > 100 ? filter.substring(0, 60) + "..." + filter.length() : filter;
  }

  /**
   * How long it takes until all that is to be found is found, when a page finds less than asked
   * for.
   */
  private void toTheEnd(String path, String name) throws IOException, InterruptedException {
    long began = System.nanoTime();
    int pages = 0;
    boolean full = false;
    String next = "";
    do {
      String page = administrator.get(path + next);
      full = page.split("\"number\":", -1).length > 100;
      Matcher more = NEXT.matcher(page);
      next =
          more.find() ? "&after=" + URLEncoder.encode(more.group(1), StandardCharsets.UTF_8) : "";
      pages++;
    } while (!next.isEmpty() && !full);
    if (pages > 1) {
      System.out.printf(
          "%s: %d pages in %d ms until a full one or the end%n",
          name, pages, (System.nanoTime() - began) / 1_000_000);
    }
  }

  /** One page after another, back in time. */
  private void pages(String path) throws IOException, InterruptedException {
    double[] millis = new double[PAGES];
    String next = "";
    for (int i = -5; i < PAGES; i++) {
      long began = System.nanoTime();
      String page = administrator.get(path + next);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
      Matcher more = NEXT.matcher(page);
      next =
          more.find() ? "&after=" + URLEncoder.encode(more.group(1), StandardCharsets.UTF_8) : "";
    }
    System.out.printf(
        "%s, %d pages of it: %s%n",
        path.replaceAll("&from.*", ""), PAGES, FleetBench.figures(millis));
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = db.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
