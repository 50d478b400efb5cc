package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.systemtests.CenterDatabase.sql;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A message that can never be stored: the database refuses what the test forbids it. It is put
 * aside, the queue behind it goes on, and somebody decides about it.
 */
@Order(Integer.MAX_VALUE - 6)
class DeadLetterIT {
  private final Api api = Api.administrator();
  private final String run = UUID.randomUUID().toString();

  @BeforeEach
  void refuse() throws SQLException {
    sql(
        "alter table device_event add constraint refused_by_test check (reason_text is distinct"
            + " from 'Poison "
            + run
            + "')");
  }

  @AfterEach
  void repair() throws SQLException {
    sql("alter table device_event drop constraint if exists refused_by_test");
  }

  private void send(String text) {
    String event =
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("type", "DOOR_FORCED")
            .add("from", "Gate " + run)
            .add("text", text)
            .build()
            .toString();
    Api.Answer answer = api.post("/events", "{\"events\":[" + event + "]}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Words of the stored events of this run, newest first. */
  private List<String> stored() {
    return api.get("/events?limit=1000").items().stream()
        .filter(e -> e.getString("source", "").equals("external Gate " + run))
        .map(e -> e.getJsonObject("reason").getString("text"))
        .toList();
  }

  /** What was put aside of this run; null when there is nothing. */
  private JsonObject letter() {
    return api.get("/dead-letters").items().stream()
        .filter(letter -> letter.getString("body").contains(run))
        .findFirst()
        .orElse(null);
  }

  private JsonObject putAside() throws InterruptedException {
    return Await.value("the message to be put aside", 60, this::letter);
  }

  /** Whether the newest word about messages put aside is that there are some; null without one. */
  private Boolean told() {
    return api.get("/events?limit=1000").items().stream()
        .filter(e -> e.getString("type").equals("MESSAGES_DEAD"))
        .filter(e -> e.getString("source").equals("node node1"))
        .map(e -> e.getBoolean("active"))
        .findFirst()
        .orElse(null);
  }

  private static String path(JsonObject letter) {
    return "/dead-letters/" + letter.getString("id");
  }

  @Test
  void aPoisonMessageIsPutAsideTheQueueGoesOnAndAfterRepairItIsStoredOnce() throws Exception {
    send("Poison " + run);
    send("Behind it");
    Await.until("the queue to go on", 60, () -> stored().contains("Behind it"));
    JsonObject letter = putAside();
    assertThat(letter.getString("from")).isEqualTo("lynceus.device.event");
    assertThat(letter.getString("reason")).contains("refused_by_test");
    assertThat(letter.getInt("tries")).isEqualTo(5);
    assertThat(letter.getInt("length")).isEqualTo(letter.getString("body").length());
    JsonObject list = api.get("/dead-letters").json();
    assertThat(list.getString("node")).isEqualTo("node1");
    assertThat(list.getInt("total")).isEqualTo(list.getJsonArray("items").size());
    Await.until("the center to tell it", 30, () -> Boolean.TRUE.equals(told()));

    assertThat(api.post(path(letter) + "/replay", "").status()).isEqualTo(204);
    JsonObject again = putAside();
    assertThat(again.getString("id"))
        .as("tried anew, in vain")
        .isNotEqualTo(letter.getString("id"));

    repair();
    assertThat(api.post(path(again) + "/replay", "").status()).isEqualTo(204);
    Await.until("it to be stored", 30, () -> stored().contains("Poison " + run));
    assertThat(stored()).containsExactly("Poison " + run, "Behind it");
    assertThat(letter()).isNull();
    assertThat(api.post(path(again) + "/replay", "").status()).isEqualTo(404);
    Await.until("the center to tell the end", 30, () -> Boolean.FALSE.equals(told()));
    assertThat(api.get("/audit-entries?action=event.message.replay&limit=5").items().toString())
        .contains(run);
  }

  @Test
  void aDroppedMessageIsGoneAndNobodyWithoutTheRightSeesOne() throws Exception {
    send("Poison " + run);
    JsonObject letter = putAside();
    Api operator = new Api(LynceusServer.token("--operator"));
    assertThat(operator.get("/dead-letters").status()).isEqualTo(403);
    assertThat(operator.post(path(letter) + "/replay", "").status()).isEqualTo(403);
    assertThat(operator.change("DELETE", path(letter), null, "").status()).isEqualTo(403);

    assertThat(api.change("DELETE", path(letter), null, "").status()).isEqualTo(204);
    assertThat(letter()).isNull();
    assertThat(api.change("DELETE", path(letter), null, "").status()).isEqualTo(404);
    repair();
    send("After it");
    Await.until("what comes then to be stored", 30, () -> stored().contains("After it"));
    assertThat(stored()).containsExactly("After it");
    assertThat(api.get("/audit-entries?action=event.message.drop&limit=5").items().toString())
        .contains(run);
  }
}
