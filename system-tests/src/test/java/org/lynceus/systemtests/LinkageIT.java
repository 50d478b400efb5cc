package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is done when the simulated camera 7 raises an alarm. */
class LinkageIT {
  private static final int CAMERA = 7;
  private static final Api ADMIN = Api.administrator();
  private static final Api OPERATOR = new Api(LynceusServer.token("--operator"));
  private static JsonObject device;
  private static String channel;

  /** What came to the web address: its key, its signature, its body. */
  private record Call(String key, String signature, String body) {}

  @BeforeAll
  static void add() throws Exception {
    device = ADMIN.addOnvif("Linked", CAMERA);
    channel = Api.channelOf(device);
    Await.until(
        "the center listens",
        60,
        () -> Api.simulatorSays("/cameras/" + CAMERA + "/pull-points").getInt("open") == 1);
  }

  @AfterAll
  static void remove() {
    ADMIN.remove(device);
  }

  private static void fire(String words) throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/event", words);
  }

  private static JsonObject scheme(String name, String type, JsonObjectBuilder... actions) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (JsonObjectBuilder action : actions) {
      all.add(action);
    }
    return Schemes.added(
        Schemes.draft(name, Schemes.camera(channel), type).add("actions", all).build());
  }

  private static JsonObjectBuilder action(String kind) {
    return Json.createObjectBuilder().add("kind", kind);
  }

  private static List<JsonObject> alarms(JsonObject scheme) {
    return OPERATOR.get("/alarms?schemeId=" + scheme.getString("id")).items();
  }

  private static JsonObject onlyAlarm(JsonObject scheme) throws Exception {
    return Await.value("the alarm", 60, () -> alarms(scheme).stream().findFirst().orElse(null));
  }

  private static JsonObject action(JsonObject alarm, int number) {
    return OPERATOR.get("/alarms/" + alarm.getString("id") + "/actions").items().stream()
        .filter(one -> one.getInt("number") == number)
        .findFirst()
        .orElseThrow();
  }

  private static String name(Api who) {
    return who.get("/session").json().getString("username");
  }

  private static void awaitState(JsonObject alarm, int number, String state) throws Exception {
    Await.until(
        "action " + number + " to be " + state,
        90,
        () -> action(alarm, number).getString("state").equals(state));
  }

  private static String signature(String secret, String second, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of()
        .formatHex(mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void webCallsThatHangHoldUpNoOtherActionAndNoLivePictures() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/never";
      JsonObjectBuilder[] actions = new JsonObjectBuilder[7];
      for (int i = 0; i < 6; i++) {
        actions[i] = action("WEBHOOK").add("url", url + i);
      }
      actions[6] = action("NOTIFY").add("toUsers", Json.createArrayBuilder().add(name(OPERATOR)));
      JsonObject scheme = scheme("Hangs at a test", "INPUT", actions);
      try {
        fire("input 1 on");
        JsonObject alarm = onlyAlarm(scheme);
        fire("input 1 off");
        awaitState(alarm, 7, "DONE");
        String gate = ADMIN.get("/channels?q=Gate").items().get(0).getString("id");
        LiveIT.Viewer viewer = new LiveIT.Viewer();
        WebSocket socket = LiveIT.open(gate + "/live", viewer);
        Await.until("live pictures meanwhile", 8, () -> viewer.binaries > 25);
        socket.abort();
        for (int number = 1; number <= 6; number++) {
          JsonObject call = action(alarm, number);
          assertThat(call.getString("state")).isIn("PENDING", "RUNNING");
          assertThat(call.containsKey("reason") && !call.isNull("reason")).isFalse();
        }
      } finally {
        Schemes.remove(scheme);
      }
    }
  }

  @Test
  void aWebCallIsSignedAndTriedAgainWithTheSameKeyAndOneThatFailsStopsNoOther() throws Exception {
    List<Call> calls = new CopyOnWriteArrayList<>();
    HttpServer sink =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sink.createContext(
        "/in",
        exchange -> {
          calls.add(
              new Call(
                  exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                  exchange.getRequestHeaders().getFirst("Lynceus-Signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(calls.size() <= 2 ? 500 : 200, -1);
          exchange.close();
        });
    sink.start();
    JsonObject scheme =
        scheme(
            "Called at a test",
            "INPUT",
            action("OUTPUT").add("target", "no-such-output").add("seconds", 5),
            action("WEBHOOK")
                .add("url", "http://127.0.0.1:" + sink.getAddress().getPort() + "/in"));
    try {
      Api.Answer secret = ADMIN.post("/alarm-schemes/" + scheme.getString("id") + "/secret", "");
      assertThat(secret.status()).as(secret.text()).isEqualTo(200);
      fire("input 1 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 1 off");
      awaitState(alarm, 2, "DONE");
      assertThat(calls).hasSize(3);
      assertThat(calls).extracting(Call::key).containsOnly(alarm.getString("id") + ":2");
      assertThat(action(alarm, 2).getInt("attempts")).isEqualTo(3);
      for (Call call : calls) {
        String second = call.signature().replaceAll("t=(\\d+),.*", "$1");
        assertThat(call.signature())
            .endsWith(signature(secret.json().getString("secret"), second, call.body()));
        assertThat(call.body()).contains(alarm.getString("id"));
      }
      awaitState(alarm, 1, "FAILED");
      assertThat(action(alarm, 1).getJsonObject("reason").getString("text")).contains("output");
      String again = "/alarms/" + alarm.getString("id") + "/actions/";
      assertThat(OPERATOR.post(again + "1/attempts", "").status()).isEqualTo(200);
      assertThat(OPERATOR.post(again + "2/attempts", "").status()).isEqualTo(409);
    } finally {
      Schemes.remove(scheme);
      sink.stop(0);
    }
  }

  @Test
  void whatIsRecordedBeginsBeforeTheAlarmAndAPictureIsKept() throws Exception {
    JsonObject scheme =
        scheme(
            "Recorded at a test",
            "INPUT",
            action("RECORD").add("before", 8).add("seconds", 10),
            action("SNAPSHOT"),
            action("OUTPUT").add("target", "relay-1").add("seconds", 3),
            action("POPUP"),
            action("MAP_FLASH"));
    try {
      Await.until(
          "pictures of twelve seconds to be in memory",
          90,
          () -> ADMIN.get("/channels/" + channel).json().toString().contains("\"ONLINE\""));
      Instant online = Instant.now();
      Await.until("twelve seconds", 60, () -> Instant.now().isAfter(online.plusSeconds(12)));
      fire("input 2 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 2 off");
      for (int number = 1; number <= 5; number++) {
        awaitState(alarm, number, "DONE");
      }
      assertThat(Api.simulatorSays("/cameras/" + CAMERA + "/relays").toString())
          .contains("relay-1");
      awaitState(alarm, 1003, "DONE");
      JsonObject now = alarms(scheme).get(0);
      assertThat(now.getJsonArray("popup").getString(0)).isEqualTo(channel);
      assertThat(now.getBoolean("flashes")).isTrue();

      List<JsonObject> pictures =
          OPERATOR.get("/alarms/" + alarm.getString("id") + "/pictures").items();
      assertThat(pictures).hasSize(1);
      Instant first = Instant.parse(alarm.getString("firstAt"));
      Await.until(
          "the recording to begin at least five seconds before the alarm",
          60,
          () -> recordedBefore(first, 5));
    } finally {
      Schemes.remove(scheme);
    }
  }

  private static boolean recordedBefore(Instant alarm, int seconds) {
    Api.Answer timeline =
        OPERATOR.get(
            "/channels/"
                + channel
                + "/timeline?from="
                + alarm.minusSeconds(60)
                + "&to="
                + alarm.plusSeconds(60));
    assertThat(timeline.status()).as(timeline.text()).isEqualTo(200);
    return timeline.json().getJsonArray("spans").getValuesAs(JsonObject.class).stream()
        .anyMatch(
            span ->
                Instant.parse(span.getString("from")).isBefore(alarm.minusSeconds(seconds))
                    && Instant.parse(span.getString("to")).isAfter(alarm));
  }

  private static String preset(String ptz, String name, double pan) {
    assertThat(ADMIN.put(ptz + "/position", null, "{\"pan\":" + pan + "}").status()).isEqualTo(200);
    Api.Answer kept = ADMIN.post(ptz + "/presets", "{\"name\":\"" + name + "\"}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    return kept.json().getString("token");
  }

  private static double pan() {
    return Api.simulatorSays("/cameras/" + CAMERA + "/ptz").getJsonNumber("pan").doubleValue();
  }

  @Test
  void aCameraTurnsToThePlaceOfTheAlarmAndBackToWhereItStood() throws Exception {
    String ptz = "/channels/" + channel + "/ptz";
    String gate = preset(ptz, "Gate of a test", 0.4);
    String yard = preset(ptz, "Yard of a test", -0.3);
    ADMIN.change("DELETE", ptz + "/hold", null, "");
    JsonObject scheme =
        scheme(
            "Turned at a test",
            "INPUT",
            action("PTZ_PRESET").add("target", gate).add("back", yard).add("seconds", 8));
    try {
      assertThat(pan()).isEqualTo(-0.3);
      fire("input 1 on");
      Await.until("the camera to look at the gate", 60, () -> pan() == 0.4);
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 1 off");
      awaitState(alarm, 1, "DONE");
      awaitState(alarm, 1001, "DONE");
      assertThat(pan()).isEqualTo(-0.3);
      Instant turned = Instant.parse(action(alarm, 1).getString("changedAt"));
      assertThat(Instant.parse(action(alarm, 1001).getString("changedAt")))
          .isAfterOrEqualTo(turned.plusSeconds(8));
    } finally {
      Schemes.remove(scheme);
      for (String one : List.of(gate, yard)) {
        ADMIN.change("DELETE", ptz + "/presets/" + one, null, "");
      }
      ADMIN.change("DELETE", ptz + "/hold", null, "");
    }
  }

  @Test
  void aMailWaitsForItsServerAndComesOnceAndTheNextOnesComeTogether() throws Exception {
    GreenMail mails = new GreenMail(new ServerSetup(LynceusServer.MAIL_PORT, "127.0.0.1", "smtp"));
    JsonObject scheme =
        scheme(
            "Mailed at a test",
            "INPUT",
            action("EMAIL")
                .add("addresses", Json.createArrayBuilder().add("guard@example.org"))
                .add("subject", "{scheme}: {source}")
                .add("text", "{event} number {number}")
                .add("picture", true));
    try {
      fire("input 1 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 1 off");
      Await.until("a first attempt", 60, () -> action(alarm, 1).getInt("attempts") >= 1);
      Await.until(
          "the reason",
          60,
          () -> action(alarm, 1).toString().contains("mail server cannot be reached"));
      fire("input 1 on");
      Await.until("the second alarm", 60, () -> alarms(scheme).size() == 2);
      fire("input 1 off");
      mails.start();
      awaitState(alarm, 1, "DONE");
      JsonObject second = alarms(scheme).get(0);
      awaitState(second, 1, "DONE");
      assertThat(mails.getReceivedMessages()).hasSizeBetween(1, 2);
      String text =
          com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0]);
      assertThat(text).contains("guard@example.org").contains("image/jpeg");
      assertThat(mails.getReceivedMessages()[0].getSubject())
          .startsWith("Mailed at a test: Linked");
    } finally {
      Schemes.remove(scheme);
      mails.stop();
    }
  }

  @Test
  @Longer
  void aNoticeGoesToItsUserAndASecondStepOfEscalationIsLeftOutOnceSomebodyHasIt() throws Exception {
    JsonObject scheme =
        scheme(
            "Told at a test",
            "INPUT",
            action("NOTIFY")
                .add("toUsers", Json.createArrayBuilder().add(name(OPERATOR)))
                .add("text", "{source} at {time}"),
            action("NOTIFY")
                .add("afterMinutes", 1)
                .add("toUsers", Json.createArrayBuilder().add(name(ADMIN))));
    try {
      fire("input 2 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 2 off");
      awaitState(alarm, 1, "DONE");
      JsonObject notice =
          OPERATOR.get("/alarm-notices").items().stream()
              .filter(one -> one.getString("alarmId").equals(alarm.getString("id")))
              .findFirst()
              .orElseThrow();
      assertThat(notice.getString("text")).startsWith("Linked");
      assertThat(notice.getBoolean("read")).isFalse();
      assertThat(OPERATOR.post("/alarm-notices/reading", "").status()).isEqualTo(204);
      assertThat(OPERATOR.get("/alarm-notices").items()).allMatch(one -> one.getBoolean("read"));
      assertThat(ADMIN.get("/alarm-notices").items())
          .noneMatch(one -> one.getString("alarmId").equals(alarm.getString("id")));
      OPERATOR.post("/alarms/" + alarm.getString("id") + "/claim", "{}");
      awaitState(alarm, 2, "SKIPPED");
      assertThat(action(alarm, 2).getJsonObject("reason").getString("text"))
          .isEqualTo(name(OPERATOR) + " has the alarm.");
    } finally {
      Schemes.remove(scheme);
    }
  }
}
