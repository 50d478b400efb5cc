package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cameras bound to an input: told with the input and with its events. */
class BindIT {
  private static final int CAMERA = 6;
  private static final Api ADMIN = Api.administrator();
  private static JsonObject device;
  private static String own;
  private static String other;

  @BeforeAll
  static void add() throws Exception {
    device = ADMIN.addOnvif("Has inputs", CAMERA);
    own = Api.channelOf(device);
    other =
        ADMIN.get("/channels?limit=5").items().stream()
            .map(channel -> channel.getString("id"))
            .filter(id -> !id.equals(own))
            .findFirst()
            .orElseThrow();
    Await.until(
        "the center listens",
        60,
        () -> Api.simulatorSays("/cameras/" + CAMERA + "/pull-points").getInt("open") == 1);
  }

  @AfterAll
  static void remove() {
    ADMIN.remove(device);
  }

  private static String inputs() {
    return "/devices/" + device.getString("id") + "/inputs";
  }

  private static Api.Answer bind(String token, String... channels) {
    String ids = channels.length == 0 ? "" : "\"" + String.join("\",\"", channels) + "\"";
    return ADMIN.put(inputs() + "/" + token + "/cameras", null, "{\"channelIds\":[" + ids + "]}");
  }

  private static List<String> cameras(JsonObject of, String key) {
    return of.containsKey(key)
        ? of.getJsonArray(key).getValuesAs(JsonObject.class).stream()
            .map(camera -> camera.getString("channelId"))
            .toList()
        : List.of();
  }

  private static JsonObject input(String token) {
    return ADMIN.get(inputs()).items().stream()
        .filter(one -> one.getString("token").equals(token))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCamerasOfAnInputAreToldInOrderWithItAndWithItsEvents() throws Exception {
    Api.Answer bound = bind("input-1", other, own);
    assertThat(bound.status()).as(bound.text()).isEqualTo(200);
    assertThat(cameras(input("input-1"), "cameras")).containsExactly(other, own);
    Instant since = Instant.now();
    // What an input is when the center begins to listen is no event of it.
    JsonObject event =
        Await.value(
            "the contact",
            60,
            () -> {
              Api.simulator("/cameras/" + CAMERA + "/event", "input 1 off");
              Api.simulator("/cameras/" + CAMERA + "/event", "input 1 on");
              return event(since);
            });
    assertThat(cameras(event, "cameras")).containsExactly(other, own);
    Api.simulator("/cameras/" + CAMERA + "/event", "input 1 off");
    assertThat(bind("input-1").status()).isEqualTo(200);
    assertThat(cameras(input("input-1"), "cameras")).isEmpty();
    assertThat(ADMIN.get("/audit-entries?action=device.bind&limit=2").items().get(0).toString())
        .contains("input-1");
  }

  private static JsonObject event(Instant since) {
    return ADMIN.get("/events?deviceId=" + device.getString("id")).items().stream()
        .filter(one -> one.getString("type").equals("INPUT"))
        .filter(one -> !Instant.parse(one.getString("receivedAt")).isBefore(since))
        .findFirst()
        .orElse(null);
  }

  @Test
  void whatIsNoCameraOrNoDeviceIsNotFound() {
    assertThat(bind("input-2", "00000000-0000-7000-8000-00000000dead").status()).isEqualTo(404);
    assertThat(
            ADMIN
                .put(
                    "/devices/00000000-0000-7000-8000-00000000dead/inputs/1/cameras",
                    null,
                    "{\"channelIds\":[]}")
                .status())
        .isEqualTo(404);
    assertThat(bind("x".repeat(201), own).status()).isEqualTo(400);
  }
}
