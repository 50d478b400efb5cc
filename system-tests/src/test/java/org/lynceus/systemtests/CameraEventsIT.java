package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the simulated camera 6 tells, from its pull point to the log and the recording. */
class CameraEventsIT {
  private static final String ALL_DAY = "00000000-0000-7000-8000-000000000001";
  private static final int CAMERA = 6;
  private static final Api ADMIN = Api.administrator();
  private static JsonObject device;

  @BeforeAll
  static void add() throws Exception {
    device = ADMIN.addOnvif("Tells", CAMERA);
    Await.until("the center listens", 60, () -> pullPoints() == 1);
  }

  @AfterAll
  static void remove() throws Exception {
    ADMIN.remove(device);
    Await.until("the pull point is given back", 60, () -> pullPoints() == 0);
  }

  private static int pullPoints() {
    return Api.simulatorSays("/cameras/" + CAMERA + "/pull-points").getInt("open");
  }

  private static void fire(String words) throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/event", words);
  }

  private static JsonObject event(String type, boolean active, Instant since) {
    return ADMIN
        .get("/events?deviceId=" + device.getString("id"))
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(event -> event.getString("type").equals(type))
        .filter(event -> event.getBoolean("active", !active) == active)
        .filter(event -> !Instant.parse(event.getString("receivedAt")).isBefore(since))
        .findFirst()
        .orElse(null);
  }

  @Test
  void motionIsLoggedWhenItBeginsAndEndsWithItsChannel() throws Exception {
    Instant since = Instant.now();
    fire("motion on");
    JsonObject began = Await.value("motion", 60, () -> event("MOTION", true, since));
    assertThat(began.getString("channelId")).isEqualTo(Api.channelOf(device));
    assertThat(began.getString("source")).isEqualTo("video");
    fire("motion on");
    fire("motion off");
    Await.value("the end of motion", 60, () -> event("MOTION", false, since));
    long beginnings =
        ADMIN
            .get("/events?deviceId=" + device.getString("id"))
            .json()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(event -> event.getString("type").equals("MOTION"))
            .filter(event -> event.getBoolean("active", false))
            .count();
    assertThat(beginnings).isEqualTo(1);
  }

  @Test
  void aContactIsNamedByItsToken() throws Exception {
    Instant since = Instant.now();
    fire("input 2 on");
    assertThat(
            Await.value("the contact", 60, () -> event("INPUT", true, since)).getString("source"))
        .isEqualTo("input-2");
    fire("input 2 off");
  }

  @Test
  void anAlarmPlanRecordsWhileTheStateLasts() throws Exception {
    String channel = Api.channelOf(device);
    Api.Answer plan =
        ADMIN.post(
            "/recording-plans",
            ("{\"name\":\"Camera alarms\",\"enabled\":true,\"templateId\":\"%s\",\"kind\":\"ALARM\","
                    + "\"stream\":\"MAIN\",\"preSeconds\":3,\"postSeconds\":2,\"channelIds\":[\"%s\"]}")
                .formatted(ALL_DAY, channel));
    assertThat(plan.status()).as(plan.text()).isEqualTo(201);
    try {
      Await.until("the plan to wait", 60, () -> state(channel).equals("PLANNED"));
      Instant since = Instant.now();
      fire("input 1 on");
      // Longer than one signal counts for, so the state was renewed.
      JsonObject span = new Footage(ADMIN, channel).recorded("MAIN", since.minusSeconds(30), 16);
      assertThat(span.getString("kind")).isEqualTo("ALARM");
      fire("input 1 off");
      Await.until("the recording to end", 60, () -> state(channel).equals("PLANNED"));
    } finally {
      ADMIN.change("DELETE", "/recording-plans/" + plan.json().getString("id"), "\"1\"", "");
    }
  }

  private static String state(String channel) {
    return ADMIN.get("/channels/" + channel + "/recording").json().getString("state");
  }
}
