package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From what the simulated camera 6 tells to the alarm that one operator handles. */
class AlarmIT {
  private static final int CAMERA = 6;
  private static final Api ADMIN = Api.administrator();
  private static final Api OPERATOR = new Api(LynceusServer.token("--operator"));
  private static JsonObject device;
  private static String channel;

  @BeforeAll
  static void add() throws Exception {
    device = ADMIN.addOnvif("Alarmed", CAMERA);
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

  /** A scheme of the camera; removed by {@link Schemes#remove}. */
  private static JsonObject scheme(String name, String type, int merge) {
    return Schemes.added(
        Schemes.draft(name, Schemes.camera(channel), type)
            .add("mergeSeconds", merge)
            .add("procedure", "Look at the gate.")
            .build());
  }

  private static List<JsonObject> alarms(JsonObject scheme) {
    return OPERATOR.get("/alarms?schemeId=" + scheme.getString("id")).items();
  }

  private static JsonObject onlyAlarm(JsonObject scheme) throws Exception {
    JsonObject found =
        Await.value("the alarm", 60, () -> alarms(scheme).stream().findFirst().orElse(null));
    assertThat(alarms(scheme)).hasSize(1);
    return found;
  }

  @Test
  void aStateIsOneAlarmThatLastsAndReturnsAndIsToldInTheStream() throws Exception {
    JsonObject scheme = scheme("Motion at a test", "MOTION", 30);
    try (StreamReader reader = new StreamReader(OPERATOR, null)) {
      Await.until("a ping", 30, () -> reader.lines().contains("event: ping"));
      fire("motion on");
      fire("motion on");
      JsonObject alarm = onlyAlarm(scheme);
      assertThat(OPERATOR.get("/alarms/count").json().getInt("open")).isPositive();
      assertThat(alarm.containsKey("endedAt")).isFalse();
      assertThat(alarm.getString("channelId")).isEqualTo(channel);
      assertThat(alarm.getString("procedure")).isEqualTo("Look at the gate.");
      assertThat(alarm.getInt("occurrences")).isEqualTo(1);
      Await.until(
          "the alarm in the stream",
          30,
          () -> reader.lines().contains("event: alarms") && reader.told(alarm.getString("id")) > 0);
      fire("motion off");
      Await.until("the state to return", 60, () -> alarms(scheme).get(0).containsKey("endedAt"));
      assertThat(alarms(scheme)).hasSize(1);
    } finally {
      Schemes.remove(scheme);
    }
  }

  @Test
  void oneOfTwoOperatorsGetsTheAlarmAndTheOtherIsToldWhoHasIt() throws Exception {
    JsonObject scheme = scheme("Contact at a test", "INPUT", 0);
    try {
      fire("input 1 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 1 off");
      String claim = "/alarms/" + alarm.getString("id") + "/claim";
      CompletableFuture<Api.Answer> one =
          CompletableFuture.supplyAsync(() -> ADMIN.post(claim, "{}"));
      CompletableFuture<Api.Answer> other =
          CompletableFuture.supplyAsync(() -> OPERATOR.post(claim, "{}"));
      List<Api.Answer> answers = List.of(one.join(), other.join());
      assertThat(answers)
          .extracting(Api.Answer::status)
          .as("%s", answers.stream().map(Api.Answer::text).toList())
          .containsExactlyInAnyOrder(200, 409);
      Api.Answer won = answers.get(answers.get(0).status() == 200 ? 0 : 1);
      Api.Answer lost = answers.get(answers.get(0).status() == 200 ? 1 : 0);
      assertThat(lost.json().getString("detail")).contains(won.json().getString("owner"));

      Api winner = won == answers.get(0) ? ADMIN : OPERATOR;
      String resolution = "/alarms/" + alarm.getString("id") + "/resolution";
      assertThat(winner.post(resolution, "{\"verdict\":\"FALSE_ALARM\"}").status()).isEqualTo(400);
      Api.Answer closed =
          winner.post(resolution, "{\"verdict\":\"FALSE_ALARM\",\"comment\":\"A test.\"}");
      assertThat(closed.status()).as(closed.text()).isEqualTo(200);
      assertThat(
              ADMIN.get("/alarms/" + alarm.getString("id") + "/history").items().stream()
                  .map(step -> step.getString("act")))
          .startsWith("RAISED")
          .containsSubsequence("CLAIM", "FALSE_ALARM");
    } finally {
      Schemes.remove(scheme);
    }
  }

  @Test
  void whoMayNotSeeTheSourceSeesNoAlarmAndMayNotConfigure() throws Exception {
    Api user = new Api(LynceusServer.token("--user"));
    JsonObject scheme = scheme("Hidden at a test", "INPUT", 0);
    try {
      fire("input 2 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 2 off");
      assertThat(user.get("/alarms").status()).isEqualTo(403);
      assertThat(user.get("/alarms/" + alarm.getString("id")).status()).isIn(403, 404);
      assertThat(user.post("/alarms/" + alarm.getString("id") + "/claim", "{}").status())
          .isIn(403, 404);
      assertThat(OPERATOR.get("/alarm-schemes").status()).isEqualTo(403);
      assertThat(OPERATOR.post("/alarms/" + alarm.getString("id") + "/takeover", "{}").status())
          .isEqualTo(403);
    } finally {
      Schemes.remove(scheme);
    }
  }

  @Test
  void whatIsOverIsFoundAgainAndExportedForSpreadsheetsWithoutFormulas() throws Exception {
    JsonObject scheme = scheme("=1+1 at a test", "INPUT", 0);
    String mine =
        "scheme=" + scheme.getString("id") + "&from=2026-01-01T00:00:00Z&to=2099-01-01T00:00:00Z";
    try {
      fire("input 1 on");
      JsonObject alarm = onlyAlarm(scheme);
      fire("input 1 off");
      assertThat(
              OPERATOR
                  .post(
                      "/alarms/" + alarm.getString("id") + "/resolution",
                      "{\"verdict\":\"IGNORED\",\"comment\":\"风 moved the gate\"}")
                  .status())
          .isEqualTo(200);
      String found = "/alarm-search?" + mine + "&handling=IGNORED&comment=gat&priority=HIGH";
      assertThat(OPERATOR.get(found).items())
          .extracting(one -> one.getString("id"))
          .containsExactly(alarm.getString("id"));
      assertThat(OPERATOR.get("/alarm-search?" + mine + "&comment=%E9%A3%8E").items()).hasSize(1);
      assertThat(OPERATOR.get("/alarm-search?" + mine + "&handling=RESOLVED").items()).isEmpty();
      assertThat(OPERATOR.get("/alarm-search").status()).isEqualTo(400);
      String csv = OPERATOR.get("/alarm-search/export.csv?" + mine + "&mark=false").text();
      assertThat(csv)
          .startsWith("number,began,")
          .contains(",'=1+1 at a test,")
          .contains(": 风 moved the gate");
      Api user = new Api(LynceusServer.token("--user"));
      assertThat(user.get("/alarm-search?" + mine).status()).isEqualTo(403);
      assertThat(user.get("/alarm-search/export.csv?" + mine).status()).isEqualTo(403);
    } finally {
      Schemes.remove(scheme);
    }
  }
}
