package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventIT {
  /** Alarms have ids that are no numbers. */
  private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");

  private final Api api = Api.administrator();

  /** Of the events, in the order in which they came. */
  private static List<Long> ids(StreamReader reader) {
    return reader.lines().stream()
        .filter(l -> l.startsWith("data:"))
        .flatMap(l -> ID.matcher(l).results())
        .map(id -> Long.parseLong(id.group(1)))
        .toList();
  }

  private static boolean saw(StreamReader reader, String device, String type) {
    return reader.lines().stream()
        .anyMatch(l -> l.startsWith("data:") && l.contains(device) && l.contains(type));
  }

  @Test
  void aCameraThatGoesAndComesIsToldToReadersAndStored() throws Exception {
    JsonObject device = api.addCamera("Watched by a test", 3);
    String id = device.getString("id");
    try (StreamReader reader = new StreamReader(api, null)) {
      Await.until("a ping", 15, () -> reader.lines().contains("event: ping"));
      Await.until(
          "the camera to be online",
          15,
          () -> api.get("/devices/" + id).json().getString("state").equals("ONLINE"));
      Api.simulator("/cameras/3/offline");
      try {
        Await.until("offline in the stream", 60, () -> saw(reader, id, "DEVICE_OFFLINE"));
        JsonObject now = api.get("/devices/" + id).json();
        assertThat(now.getString("state")).isEqualTo("OFFLINE");
        assertThat(now.getJsonObject("reason").getString("text")).isNotBlank();
      } finally {
        Api.simulator("/cameras/3/online");
      }
      Await.until(
          "online in the stream",
          60,
          () ->
              reader.lines().stream()
                  .dropWhile(l -> !(l.contains(id) && l.contains("DEVICE_OFFLINE")))
                  .anyMatch(l -> l.contains(id) && l.contains("DEVICE_ONLINE")));
      List<Long> ids = ids(reader);
      assertThat(ids).isSorted().doesNotHaveDuplicates();

      Long before = ids.get(0);
      try (StreamReader late = new StreamReader(api, before.toString())) {
        Await.until("what was missed", 15, () -> ids(late).containsAll(ids.subList(1, ids.size())));
        assertThat(ids(late)).doesNotContain(before);
      }
    } finally {
      api.remove(device);
    }
    List<JsonObject> stored = api.get("/events?deviceId=" + id).items();
    assertThat(stored)
        .extracting(e -> e.getString("type"))
        .contains("DEVICE_ONLINE", "DEVICE_OFFLINE");
    assertThat(stored).extracting(e -> e.getString("id")).doesNotHaveDuplicates();
  }

  @Test
  void aReaderThatComesFromTheFutureIsToldToLoadEverythingAnew() throws Exception {
    try (StreamReader reader = new StreamReader(api, "999999999999")) {
      Await.until("resync", 15, () -> reader.lines().contains("event: resync"));
    }
  }

  @Test
  void theCatalogueIsGivenInBothLanguagesAndNotAgainWhenItIsKnown() {
    Api.Answer answer = api.get("/event-types");
    assertThat(answer.items())
        .hasSizeGreaterThan(150)
        .anySatisfy(
            type -> {
              assertThat(type.getString("code")).isEqualTo("DEVICE_OFFLINE");
              assertThat(type.getString("endedBy")).isEqualTo("DEVICE_ONLINE");
              assertThat(type.getString("zh")).isEqualTo("设备离线");
            });
    String tag = answer.header("ETag");
    assertThat(api.send(api.request("/event-types").header("If-None-Match", tag)).status())
        .isEqualTo(304);
  }

  @Test
  void anUnreadableLastEventIdIsRefused() {
    Api.Answer answer =
        api.send(
            api.request("/stream")
                .setHeader("Accept", "text/event-stream")
                .header("Last-Event-ID", "abc"));
    assertThat(answer.status()).isEqualTo(400);
  }
}
