package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Devices that dial in, from the dialogue over their connection to state, events and streams. The
 * devices are simulated and written without our codec: it proves our two sides against each other.
 */
class RegistrationIT {
  private static final String ID = "it-nat-1";
  private static final int PORT = LynceusServer.REGISTRATION_PORT;
  private final Api api = Api.administrator();
  private final String password = LynceusServer.secret("simulator-password");

  @AfterEach
  void hangUp() throws Exception {
    for (String id : new String[] {ID, "it-stranger"}) {
      Api.simulator("/registering/" + id + "/remove", "");
    }
    for (JsonObject device : api.get("/devices?limit=1000").items()) {
      if (device.getString("protocol").equals("REGISTRATION")) {
        api.remove(device);
      }
    }
  }

  private JsonObject add(String id, String secret) {
    Api.Answer added =
        api.post(
            "/devices",
            ("{\"name\":\"%s\",\"url\":\"autoreg:%s?streams=127.0.0.1:%d\",\"username\":\"camera\","
                    + "\"password\":\"%s\"}")
                .formatted("NAT " + id, id, LynceusServer.SIMULATOR_PORT, secret));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  private void dial(String id, String secret) throws Exception {
    Api.simulator("/registering/" + id + "/dial", PORT + " camera " + secret);
  }

  private JsonObject now(JsonObject device) {
    return api.get("/devices/" + device.getString("id")).json();
  }

  private void awaitState(JsonObject device, String state, String reason) throws Exception {
    Await.until(
        state + " " + reason,
        30,
        () -> {
          JsonObject now = now(device);
          return now.getString("state").equals(state)
              && (reason.isEmpty()
                  ? !now.containsKey("reason")
                  : now.getJsonObject("reason").getString("code").equals(reason));
        });
  }

  private static JsonObject simulated(String id, int index) {
    return Api.simulatorSays("/registering/" + id).getJsonArray("items").getJsonObject(index);
  }

  private JsonObject event(JsonObject device, String type, Instant since) {
    return api.get("/events?deviceId=" + device.getString("id")).items().stream()
        .filter(event -> event.getString("type").equals(type))
        .filter(event -> !Instant.parse(event.getString("receivedAt")).isBefore(since))
        .findFirst()
        .orElse(null);
  }

  @Test
  void aDeviceDialsInShowsItsPicturesTellsItsEventsAndIsSteered() throws Exception {
    Instant begin = Instant.now();
    JsonObject device = add(ID, password);
    assertThat(device.getJsonArray("channels")).isEmpty();
    awaitState(device, "OFFLINE", "not-registered");
    dial(ID, password);
    awaitState(device, "ONLINE", "");
    assertThat(now(device).getString("dialledFrom")).isEqualTo("127.0.0.1");
    Await.until("its channel", 30, () -> now(device).getJsonArray("channels").size() == 1);
    JsonObject known = now(device);
    assertThat(known.getJsonObject("identity").getString("serial")).isEqualTo("REG" + ID);
    JsonObject channel = known.getJsonArray("channels").getJsonObject(0);
    assertThat(channel.getString("name")).isEqualTo("Gate " + ID);
    Await.until(
        "its pictures",
        30,
        () ->
            now(device)
                .getJsonArray("channels")
                .getJsonObject(0)
                .getString("state")
                .equals("ONLINE"));
    Await.value("the fact that it is there", 30, () -> event(device, "DEVICE_ONLINE", begin));

    Await.until("the center listens", 30, () -> simulated(ID, 0).getBoolean("attached"));
    Await.value("that its events arrive", 30, () -> event(device, "EVENTS_ONLINE", begin));
    Api.simulator("/registering/" + ID + "/event", "VideoMotion Start 0");
    JsonObject motion = Await.value("motion", 30, () -> event(device, "MOTION", begin));
    assertThat(motion.getString("channelId")).isEqualTo(channel.getString("id"));

    String management = "/devices/" + device.getString("id") + "/management";
    Api.simulator("/registering/" + ID + "/clock", "3600");
    assertThat(api.get(management).json().getJsonNumber("clockOffsetMillis").longValue())
        .isBetween(3_590_000L, 3_610_000L);
    Api.Answer set = api.post(management + "/clock", "{}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.json().getJsonNumber("clockOffsetMillis").longValue())
        .isBetween(-3_000L, 3_000L);
    int dials = simulated(ID, 0).getInt("dials");
    assertThat(api.post(management + "/restart", "{}").status()).isEqualTo(204);
    Await.value("that it went", 30, () -> event(device, "DEVICE_OFFLINE", begin));
    Await.until("it dials anew", 30, () -> simulated(ID, 0).getInt("dials") > dials);
    awaitState(device, "ONLINE", "");
  }

  @Test
  void aDeviceWhoseStreamsCannotBeReachedGivesAPictureOverItsOwnConnection() throws Exception {
    Api.Answer added =
        api.post(
            "/devices",
            ("{\"name\":\"NAT\",\"url\":\"autoreg:%s?streams=none\",\"username\":\"camera\","
                    + "\"password\":\"%s\"}")
                .formatted(ID, password));
    JsonObject device = added.json();
    dial(ID, password);
    Await.until("its channel", 30, () -> now(device).getJsonArray("channels").size() == 1);
    String picture = "/channels/" + Api.channelOf(now(device)) + "/snapshot.jpg";
    Api.Answer shown = api.get(picture);
    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
    byte[] jpeg = shown.response().body();
    assertThat(jpeg).startsWith(0xff, 0xd8).endsWith(0xff, 0xd9);
    Api.simulator("/registering/" + ID + "/remove", "");
    Await.until("it is gone", 30, () -> now(device).getString("state").equals("OFFLINE"));
    Api.Answer away = api.get(picture);
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.header("Content-Type")).contains("json");
  }

  @Test
  void aDeviceThatDialledInIsMovedOverItsOwnConnection() throws Exception {
    JsonObject device = add(ID, password);
    dial(ID, password);
    Await.until("its channel", 30, () -> now(device).getJsonArray("channels").size() == 1);
    JsonObject channel = now(device).getJsonArray("channels").getJsonObject(0);
    assertThat(channel.getBoolean("ptz")).isTrue();
    assertThat(channel.getBoolean("controls")).isFalse();
    String ptz = "/channels/" + channel.getString("id") + "/ptz";
    Api.Answer moved = api.put(ptz + "/movement", null, "{\"pan\":0.5,\"tilt\":-1}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(simulated(ID, 0).getString("ptz"))
        .isEqualTo("start&channel=1&code=Continuously&arg1=4&arg2=-8&arg3=0&arg4=5");
    assertThat(api.put(ptz + "/movement", null, "{}").status()).isEqualTo(200);
    assertThat(simulated(ID, 0).getString("ptz")).startsWith("stop");
    Api.Answer kept = api.post(ptz + "/presets", "{\"name\":\"Yard 1\"}");
    assertThat(kept.json().getString("token")).isEqualTo("1");
    assertThat(api.put(ptz + "/position", null, "{\"preset\":\"1\"}").status()).isEqualTo(200);
    assertThat(api.get(ptz + "/presets").items()).hasSize(1);
    assertThat(api.put(ptz + "/position", null, "{\"home\":true}").status()).isEqualTo(409);
    assertThat(api.change("DELETE", ptz + "/presets/1", null, "").status()).isEqualTo(204);
    assertThat(api.put(ptz + "/position", null, "{\"preset\":\"1\"}").status()).isEqualTo(422);
    assertThat(api.change("DELETE", ptz + "/hold", null, "").status()).isEqualTo(204);
  }

  @Test
  void aRejectedPasswordIsToldAndNotPresentedAgainBeforeItIsChanged() throws Exception {
    JsonObject device = add(ID, "not-the-right-one");
    dial(ID, password);
    awaitState(device, "OFFLINE", "unauthorized");
    int dials = simulated(ID, 0).getInt("dials");
    Await.until("three more tries", 60, () -> simulated(ID, 0).getInt("dials") > dials + 2);
    assertThat(simulated(ID, 0).getInt("rejected")).isEqualTo(1);
    String path = "/devices/" + device.getString("id");
    Api.Answer changed =
        api.change(
            "PATCH",
            path,
            api.get(path).header("ETag"),
            "{\"username\":\"camera\",\"password\":\"" + password + "\"}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    Await.until("it is registered", 60, () -> simulated(ID, 0).getBoolean("registered"));
    awaitState(device, "ONLINE", "");
  }

  @Test
  void aSecondDeviceOfTheIdTakesThePlaceOfTheFirst() throws Exception {
    JsonObject device = add(ID, password);
    dial(ID, password);
    awaitState(device, "ONLINE", "");
    int before = simulated(ID, 0).getInt("dials");
    dial(ID, password);
    Await.until("the first was put out", 30, () -> simulated(ID, 0).getInt("dials") > before);
    awaitState(device, "ONLINE", "");
  }

  @Test
  void anUnknownDeviceIsListedAndCanBeAddedByItsId() throws Exception {
    dial("it-stranger", password);
    JsonObject knock =
        Await.value(
            "the knock",
            30,
            () ->
                api
                    .get("/registration")
                    .json()
                    .getJsonArray("knocks")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(one -> one.getString("registrationId").equals("it-stranger"))
                    .findFirst()
                    .orElse(null));
    assertThat(knock.getString("address")).isEqualTo("127.0.0.1");
    JsonObject device = add("it-stranger", password);
    awaitState(device, "ONLINE", "");
    assertThat(api.get("/registration").text()).doesNotContain("it-stranger");
  }

  @Test
  void anIdIsGivenOnceAndNonsenseIsRefused() {
    add(ID, password);
    Api.Answer twice =
        api.post(
            "/devices",
            "{\"name\":\"Twice\",\"url\":\"autoreg:"
                + ID
                + "\",\"username\":\"a\",\"password\":\"b\"}");
    assertThat(twice.status()).as(twice.text()).isEqualTo(409);
    assertThat(twice.json().getString("detail")).contains("NAT " + ID);
    for (String url :
        new String[] {"autoreg:", "autoreg:a b", "autoreg:a?streams=x y", "autoreg:/x"}) {
      Api.Answer refused =
          api.post(
              "/devices",
              "{\"name\":\"No\",\"url\":\"" + url + "\",\"username\":\"a\",\"password\":\"b\"}");
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    }
    Api.Answer naked = api.post("/devices", "{\"name\":\"No\",\"url\":\"autoreg:naked\"}");
    assertThat(naked.status()).as(naked.text()).isEqualTo(400);
  }

  @Test
  void garbageAtTheDoorDisturbsNobody() throws Exception {
    JsonObject device = add(ID, password);
    dial(ID, password);
    awaitState(device, "ONLINE", "");
    for (String text :
        new String[] {"\u0016\u0003\u0001\n\n", "GET / HTTP/1.1\r\n\r\n", "x".repeat(20_000)}) {
      try (Socket socket = new Socket("127.0.0.1", PORT)) {
        socket.setSoTimeout(15_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ended(socket)).isTrue();
      }
    }
    assertThat(now(device).getString("state")).isEqualTo("ONLINE");
  }

  /** A connection that is broken has ended as well. */
  private static boolean ended(Socket socket) throws java.io.IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException e) {
      return true;
    }
  }
}
