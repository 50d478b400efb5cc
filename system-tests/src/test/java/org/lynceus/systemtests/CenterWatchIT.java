package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.systemtests.CenterDatabase.sql;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the center tells of itself: nodes that are lost, and a queue that lags. */
@Order(Integer.MAX_VALUE - 7)
@Longer
class CenterWatchIT {
  private static final String QUEUE =
      "/subsystem=messaging-activemq/server=default/jms-queue=lynceus.device.event";

  private final Api api = Api.administrator();

  /** Whether a state began or ended, newest first. */
  private List<Boolean> told(String type, String source) {
    return api.get("/events?limit=1000").items().stream()
        .filter(e -> e.getString("type").equals(type))
        .filter(e -> e.getString("source", "").equals(source))
        .map(e -> e.getBoolean("active"))
        .toList();
  }

  /** A node that is only its row: seen so long ago, having said goodbye or not. */
  private static void node(String name, String ago, String left) throws Exception {
    sql(
        "insert into cluster_node (name, holder, started_at, seen_at, left_at) values ('%s',"
                .formatted(name)
            + " 'other/1', now(), now() - interval '%s', %s) on conflict (name) do update set"
                .formatted(ago, left)
            + " seen_at = excluded.seen_at, left_at = excluded.left_at");
  }

  @Test
  void aNodeThatFallsSilentIsLostOnceUntilItReturnsAndOneThatWasStoppedIsNot() throws Exception {
    String silent = "silent-" + UUID.randomUUID();
    String stopped = "stopped-" + UUID.randomUUID();
    try {
      node(silent, "11 s", "null");
      node(stopped, "11 s", "now()");
      Await.until(
          "the loss to be told",
          40,
          () -> told("NODE_LOST", "node " + silent).equals(List.of(true)));
      node(silent, "-1 h", "null");
      Await.until(
          "the return to be told",
          40,
          () -> told("NODE_LOST", "node " + silent).equals(List.of(false, true)));
      assertThat(told("NODE_LOST", "node " + stopped)).isEmpty();
    } finally {
      sql("delete from cluster_node where name in ('%s', '%s')".formatted(silent, stopped));
    }
  }

  @Test
  void aNodeThatIsForgottenIsNoLongerLost() throws Exception {
    String silent = "silent-" + UUID.randomUUID();
    try {
      node(silent, "11 s", "null");
      Await.until(
          "the loss to be told",
          40,
          () -> told("NODE_LOST", "node " + silent).equals(List.of(true)));
      assertThat(api.change("DELETE", "/nodes/node1", null, "").status()).isEqualTo(409);
      assertThat(api.change("DELETE", "/nodes/" + silent, null, "").status()).isEqualTo(204);
      assertThat(api.get("/nodes").text()).doesNotContain(silent);
      Await.until(
          "the end of the loss to be told",
          40,
          () -> told("NODE_LOST", "node " + silent).equals(List.of(false, true)));
    } finally {
      sql("delete from cluster_node where name = '%s'".formatted(silent));
    }
  }

  @Test
  void aQueueWhoseOldestEventWaitsForAMinuteLagsUntilItIsTaken() throws Exception {
    String source = "node node1";
    int before = told("QUEUE_LAGS", source).size();
    LynceusServer.manage(QUEUE + ":pause");
    try {
      String event =
          Json.createObjectBuilder()
              .add("id", UUID.randomUUID().toString())
              .add("type", "DOOR_FORCED")
              .add("from", "Gate")
              .build()
              .toString();
      assertThat(api.post("/events", "{\"events\":[" + event + "]}").status()).isEqualTo(200);
      Await.until(
          "the lag to be told, past the queue",
          100,
          () -> told("QUEUE_LAGS", source).size() == before + 1);
      assertThat(told("QUEUE_LAGS", source).get(0)).isTrue();
    } finally {
      LynceusServer.manage(QUEUE + ":resume");
    }
    Await.until("the end to be told", 40, () -> !told("QUEUE_LAGS", source).get(0));
    assertThat(told("QUEUE_LAGS", source)).hasSize(before + 2);
  }
}
