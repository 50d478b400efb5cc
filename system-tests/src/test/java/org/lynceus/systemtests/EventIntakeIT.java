package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Other systems tell events: each stored once, each judged on its own. */
@Order(Integer.MAX_VALUE - 5)
class EventIntakeIT {
  private static final String BROKER = "/subsystem=messaging-activemq/server=default";
  private static final String ADDRESSES = BROKER + "/address-setting=jms.queue.lynceus.#";

  private static final String QUEUE = BROKER + "/jms-queue=lynceus.device.event";

  private final Api api = Api.administrator();
  private final String run = UUID.randomUUID().toString();

  private JsonObjectBuilder event(int number) {
    return Json.createObjectBuilder().add("id", run + "-" + number).add("type", "DOOR_FORCED");
  }

  private JsonObjectBuilder external(int number) {
    return event(number).add("from", "Gate " + run).add("text", "Number " + number);
  }

  private Api.Answer send(JsonObjectBuilder... events) {
    JsonArrayBuilder batch = Json.createArrayBuilder();
    List.of(events).forEach(batch::add);
    return api.post("/events", Json.createObjectBuilder().add("events", batch).build().toString());
  }

  /** Words of the stored events of this run, newest first. */
  private List<String> stored() {
    return api.get("/events?limit=1000").items().stream()
        .filter(e -> e.getString("source", "").equals("external Gate " + run))
        .map(e -> e.getJsonObject("reason").getString("text"))
        .toList();
  }

  @Test
  void theSameBatchTwiceIsStoredOnce() throws InterruptedException {
    Api.Answer first = send(external(1), external(2), external(2));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.items())
        .extracting(item -> item.getBoolean("known"))
        .containsExactly(false, false, true);
    Api.Answer second = send(external(1), external(2), external(3));
    assertThat(second.items())
        .extracting(item -> item.getBoolean("known"))
        .containsExactly(true, true, false);
    assertThat(second.items().get(0).getString("uid"))
        .isEqualTo(first.items().get(0).getString("uid"));
    Await.until("all to be stored", 30, () -> stored().contains("Number 3"));
    assertThat(stored()).containsExactly("Number 3", "Number 2", "Number 1");
  }

  @Test
  void eachIsJudgedOnItsOwn() throws InterruptedException {
    JsonObject device = api.addCamera("Told of by a test", 3);
    try {
      Api.Answer answer =
          send(
              event(1).add("channelId", UUID.randomUUID().toString()),
              event(2).add("channelId", Api.channelOf(device)).add("active", true),
              event(3).add("deviceId", UUID.randomUUID().toString()),
              external(4).add("type", "NO_SUCH_TYPE"),
              event(5));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.items())
          .extracting(item -> item.getInt("status", 0))
          .containsExactly(404, 0, 404, 400, 400);
      assertThat(answer.items().get(3).getString("detail")).contains("NO_SUCH_TYPE");
      String id = device.getString("id");
      Await.until(
          "the good one to be stored",
          30,
          () ->
              api.get("/events?deviceId=" + id).items().stream()
                  .anyMatch(e -> e.getString("type").equals("DOOR_FORCED")));
    } finally {
      api.remove(device);
    }
  }

  @Test
  void batchesAreBounded() {
    assertThat(api.post("/events", "{\"events\":[]}").status()).isEqualTo(400);
    JsonObjectBuilder[] many = new JsonObjectBuilder[1001];
    for (int i = 0; i < many.length; i++) {
      many[i] = external(i);
    }
    assertThat(send(many).status()).isEqualTo(400);
  }

  @Test
  void aBrokerThatRefusesIsToldAndTheSameBatchIsStoredOnceLater() throws Exception {
    LynceusServer.manage(
        QUEUE + ":pause",
        ADDRESSES + ":write-attribute(name=address-full-policy,value=FAIL)",
        ADDRESSES + ":write-attribute(name=max-size-bytes,value=1)");
    try {
      Await.until("the broker to refuse", 60, () -> send(external(8)).status() == 503);
      assertThat(send(external(9)).json().getString("detail")).contains("Send the same again");
    } finally {
      LynceusServer.manage(
          ADDRESSES + ":write-attribute(name=max-size-bytes,value=52428800)",
          ADDRESSES + ":write-attribute(name=address-full-policy,value=PAGE)",
          QUEUE + ":resume");
    }
    Await.until("the broker to take it", 60, () -> send(external(9)).status() == 200);
    Await.until("it to be stored", 30, () -> stored().contains("Number 9"));
    assertThat(stored()).filteredOn("Number 9"::equals).hasSize(1);
  }
}
