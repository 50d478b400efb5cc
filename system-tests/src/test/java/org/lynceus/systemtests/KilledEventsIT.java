package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Ends the server by kill -9 again and again ({@code lynceus.kills}) while another system tells it
 * numbered events, each until it is accepted: every accepted number is stored once, and the alarms
 * are made of each once.
 */
@Order(Integer.MAX_VALUE - 2)
class KilledEventsIT {
  private static final int KILLS = Integer.getInteger("lynceus.kills", 3);
  private static final int BATCH = 20;
  private static final String TYPE = "DOOR_MALICIOUS";

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String source = "external Killed " + run;
  private final CountDownLatch enough = new CountDownLatch(1);
  private volatile int accepted;
  private volatile Throwable broken;

  private String batch(int from) {
    JsonArrayBuilder events = Json.createArrayBuilder();
    for (int i = from; i < from + BATCH; i++) {
      events.add(
          Json.createObjectBuilder()
              .add("id", run + "-" + i)
              .add("type", TYPE)
              .add("from", "Killed " + run)
              .add("text", Integer.toString(i)));
    }
    return Json.createObjectBuilder().add("events", events).build().toString();
  }

  /** Sends a batch until it is accepted, then the next one. */
  private void send() {
    Api api = Api.administrator();
    while (enough.getCount() > 0) {
      int status = 0;
      try {
        status = api.post("/events", batch(accepted)).status();
        if (status == 200) {
          accepted += BATCH;
        } else if (status == 401) {
          api = Api.administrator();
        } else if (status < 500 && status != 404) { // 404: the server is there, the center not yet
          broken = new AssertionError("the center answered " + status);
          return;
        }
      } catch (RuntimeException e) {
        status = 503; // the server is gone
      }
      pause(status == 200 ? 10 : 200);
    }
  }

  private void pause(long millis) {
    try {
      enough.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      broken = e;
      enough.countDown();
    }
  }

  private String scheme() {
    Api.Answer added =
        Api.administrator()
            .post(
                "/alarm-schemes",
                """
                {"name":"Killed %s","enabled":true,"priority":"LOW",
                 "templateId":"00000000-0000-7000-8000-000000000001",
                 "sources":[{"kind":"CENTER"}],"types":["%s"],"mergeSeconds":5,"capSeconds":20,
                 "delayOnSeconds":0,"delayOffSeconds":0,"toRoles":[],"toUsers":[]}
                """
                    .formatted(run, TYPE));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().getString("id");
  }

  private static List<Integer> numbers(String sql, Object... parameters) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + LynceusServer.DB_PORT + "/lynceus",
                "lynceus",
                LynceusServer.secret("db-lynceus-password"));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Integer> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getInt(1));
        }
      }
      return found;
    }
  }

  private List<Integer> stored() throws Exception {
    return numbers("select reason_text::int from device_event where source = ? order by 1", source);
  }

  @Test
  void everyAcceptedEventIsStoredOnceAndCountedOnceByItsAlarm() throws Exception {
    String scheme = scheme();
    Random random = new Random();
    Thread sender = new Thread(this::send, "sender");
    sender.start();
    try {
      for (int i = 0; i < KILLS; i++) {
        int before = accepted;
        Await.until("events to be accepted", 120, () -> broken != null || accepted > before);
        assertThat(broken).isNull();
        pause(random.nextInt(4_000));
        LynceusServer.kill("wildfly");
        LynceusServer.start();
      }
      int before = accepted;
      Await.until("events to be accepted", 120, () -> accepted > before);
    } finally {
      enough.countDown();
      sender.join();
    }
    assertThat(broken).isNull();
    int all = accepted;
    Await.until("all to be stored", 120, () -> stored().size() >= all);
    // A batch that was taken, but whose answer was lost, may be stored beyond the accepted ones.
    assertThat(stored()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(all + BATCH);
    assertThat(stored().subList(0, all)).isEqualTo(IntStream.range(0, all).boxed().toList());
    Await.until(
        "the alarms to be made of all",
        60,
        () ->
            numbers(
                    "select coalesce(sum(occurrences), 0) from alarm where scheme_id = ?::uuid and not gone",
                    scheme)
                .equals(List.of(stored().size())));
    Api api = Api.administrator();
    String path = "/alarm-schemes/" + scheme;
    assertThat(api.change("DELETE", path, api.get(path).header("ETag"), "").status())
        .isEqualTo(204);
  }
}
