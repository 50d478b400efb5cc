package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Recording by plans, by hand and by triggers, on the running center. */
class PlanIT {
  private static final String ALL_DAY = "00000000-0000-7000-8000-000000000001";
  private final Api api = Api.administrator();

  private JsonObject recording(String channel) {
    return api.get("/channels/" + channel + "/recording").json();
  }

  private String plan(String name, String template, String kind, String channel) {
    return "{\"name\":\""
        + name
        + "\",\"enabled\":true,\"templateId\":\""
        + template
        + "\",\"kind\":\""
        + kind
        + "\",\"stream\":\"MAIN\",\"preSeconds\":5,\"postSeconds\":3,"
        + "\"channelIds\":[\""
        + channel
        + "\"]}";
  }

  private void awaitState(String channel, String state) throws InterruptedException {
    Await.until(
        "channel to be " + state, 60, () -> recording(channel).getString("state").equals(state));
  }

  private List<JsonObject> spans(String channel, Instant from) {
    return api.get("/channels/" + channel + "/timeline?from=" + from + "&to=" + Instant.now())
        .json()
        .getJsonArray("spans")
        .getValuesAs(JsonObject.class);
  }

  @Test
  void aMotionPlanRecordsFromBeforeTheMotionUntilAfterIt() throws Exception {
    Instant began = Instant.now();
    JsonObject device = api.addCamera("Motion of a test", 6);
    String channel = Api.channelOf(device);
    JsonObject plan = null;
    try {
      String trigger = "/channels/" + channel + "/recording-triggers";
      assertThat(api.post(trigger, "{\"kind\":\"MOTION\"}").json().getBoolean("recording"))
          .isFalse();
      Api.Answer added =
          api.post("/recording-plans", plan("Motion " + channel, ALL_DAY, "MOTION", channel));
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      plan = added.json();
      awaitState(channel, "PLANNED");
      Await.until(
          "the camera to be online",
          60,
          () -> api.get("/channels/" + channel).json().getString("state").equals("ONLINE"));
      assertThat(spans(channel, began)).isEmpty();

      // Some seconds of pictures must be in memory before the motion: wait by the camera's own
      // clock.
      Instant online = Instant.now();
      Await.until(
          "six seconds of pictures",
          30,
          () -> Duration.between(online, Instant.now()).toSeconds() >= 6);
      Instant motion = Instant.now();
      assertThat(api.post(trigger, "{\"kind\":\"MOTION\"}").json().getBoolean("recording"))
          .isTrue();
      JsonObject span =
          Await.value(
              "a span of motion",
              60,
              () ->
                  spans(channel, began).stream()
                      .filter(s -> s.getString("kind").equals("MOTION"))
                      .findFirst()
                      .orElse(null));
      assertThat(Instant.parse(span.getString("from"))).isBefore(motion.minusSeconds(2));
      awaitState(channel, "PLANNED");
    } finally {
      if (plan != null) {
        assertThat(
                api.change("DELETE", "/recording-plans/" + plan.getString("id"), "\"1\"", "")
                    .status())
            .isEqualTo(204);
      }
      api.remove(device);
    }
  }

  @Test
  void recordingByHandEndsWhenToldTo() throws Exception {
    JsonObject device = api.addCamera("By hand of a test", 7);
    String channel = Api.channelOf(device);
    String path = "/channels/" + channel + "/manual-recording";
    try {
      assertThat(api.put(path, null, "{\"seconds\":5}").status()).isEqualTo(400);
      JsonObject begun = api.put(path, null, "{\"seconds\":600}").json();
      assertThat(begun.getString("kind")).isEqualTo("MANUAL");
      assertThat(Instant.parse(begun.getString("manualUntil"))).isAfter(Instant.now());
      awaitState(channel, "RECORDING");
      assertThat(api.change("DELETE", path, null, "").status()).isEqualTo(200);
      awaitState(channel, "NOT_PLANNED");
    } finally {
      api.remove(device);
    }
  }

  @Test
  void aTemplateInUseCannotBeRemovedAndTheBuiltInOneNotChanged() {
    String name = "Template " + UUID.randomUUID();
    String rules =
        "{\"name\":\""
            + name
            + "\",\"zone\":\"Asia/Shanghai\",\"week\":{\"MONDAY\":[{\"from\":"
            + "\"08:00\",\"to\":\"18:00\"}]},\"holidays\":[{\"name\":\"Spring\",\"days\":[{\"from\":"
            + "\"2027-02-06\",\"to\":\"2027-02-12\",\"yearly\":false}],\"periods\":[]}]}";
    Api.Answer added = api.post("/time-templates", rules);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    String id = added.json().getString("id");
    String channel = api.get("/channels?q=Gate").items().get(0).getString("id");
    JsonObject plan =
        api.post("/recording-plans", plan("Uses " + name, id, "CONTINUOUS", channel)).json();

    Api.Answer refused = api.change("DELETE", "/time-templates/" + id, "\"1\"", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("detail")).contains("Uses " + name);
    assertThat(api.get("/time-templates/" + id).json().getJsonArray("usedBy")).hasSize(1);
    JsonObject activity =
        api.get(
                "/time-templates/"
                    + id
                    + "/activity?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z")
            .json();
    assertThat(activity.getJsonArray("spans").getJsonObject(0).getString("to"))
        .isEqualTo("2026-11-23T10:00:00Z");

    api.change("DELETE", "/recording-plans/" + plan.getString("id"), "\"1\"", "");
    assertThat(api.change("DELETE", "/time-templates/" + id, "\"1\"", "").status()).isEqualTo(204);
    assertThat(api.put("/time-templates/" + ALL_DAY, "\"1\"", rules).status()).isEqualTo(409);
    assertThat(api.post("/time-templates", rules.replace("18:00", "07:00")).status())
        .isEqualTo(400);
  }
}
