package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Another system that tells numbered events, a batch at a time, each until it is accepted by one of
 * the servers.
 */
final class NumberedEvents implements AutoCloseable {
  static final String TYPE = "DOOR_MALICIOUS";
  private static final int BATCH = 20;

  private final List<String> servers;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final CountDownLatch enough = new CountDownLatch(1);
  private final Thread sender = new Thread(this::send, "sender");
  private volatile int accepted;
  private volatile Throwable broken;

  NumberedEvents(String... servers) {
    this.servers = List.of(servers);
  }

  void start() {
    sender.start();
  }

  /** What tells them apart from those of other runs. */
  String run() {
    return run;
  }

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

  /** Sends a batch until it is accepted, then the next one; from server to server. */
  private void send() {
    int server = 0;
    String token = LynceusServer.token();
    while (enough.getCount() > 0) {
      int status;
      try {
        status = new Api(token, servers.get(server)).post("/events", batch(accepted)).status();
      } catch (RuntimeException e) {
        status = 503; // the server is gone
      }
      if (status == 200) {
        accepted += BATCH;
      } else if (status == 401) {
        token = LynceusServer.token();
      } else if (status >= 500 || status == 404) { // 404: the server is there, the center not yet
        server = (server + 1) % servers.size();
      } else {
        broken = new AssertionError("the center answered " + status);
        return;
      }
      pause(status == 200 ? 10 : 200);
    }
  }

  /** Waits, at most until there are enough. */
  void pause(long millis) {
    try {
      enough.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      broken = e;
      enough.countDown();
    }
  }

  /** Waits until more are accepted. */
  void awaitMore() throws InterruptedException {
    int before = accepted;
    Await.until("events to be accepted", 180, () -> broken != null || accepted > before);
    assertThat(broken).isNull();
  }

  /** Every accepted one is stored, and each once. */
  void assertStoredOnce() throws Exception {
    int all = accepted;
    Await.until("all to be stored", 120, () -> stored().size() >= all);
    List<Integer> stored = stored();
    // A batch that was taken, but whose answer was lost, may be stored beyond the accepted ones.
    assertThat(stored).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(all + BATCH);
    assertThat(stored.subList(0, all)).isEqualTo(IntStream.range(0, all).boxed().toList());
  }

  List<Integer> stored() throws Exception {
    return CenterDatabase.rows(
        "select reason_text::int from device_event where source = ? order by 1",
        row -> row.getInt(1),
        "external Killed " + run);
  }

  /** Sends no more. */
  void end() throws InterruptedException {
    enough.countDown();
    sender.join();
    assertThat(broken).isNull();
  }

  @Override
  public void close() throws InterruptedException {
    enough.countDown();
    sender.join();
  }
}
