package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What events say beside their type, from another system to the alarm and its trial. */
class ConditionIT {
  private static final Api ADMIN = Api.administrator();
  private static final String GATE = "Gate of the conditions " + UUID.randomUUID();
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static JsonObject scheme;

  @BeforeAll
  static void add() {
    scheme = Schemes.added(draft("ONE_OF", "B-XY 77", "B-XY 78"));
  }

  @AfterAll
  static void remove() {
    Schemes.remove(scheme);
  }

  private static JsonObject draft(String operator, String... values) {
    return Schemes.draft("Wanted plates", Schemes.CENTER, "PLATE_READ")
        .add(
            "conditions",
            one(
                Json.createObjectBuilder()
                    .add("attribute", "plate")
                    .add("operator", operator)
                    .add("values", Json.createArrayBuilder(List.of(values)))
                    .build()))
        .build();
  }

  private static JsonArray one(JsonObject object) {
    return Json.createArrayBuilder().add(object).build();
  }

  private static void read(String plate, int secondsAgo) {
    JsonObject event =
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("type", "PLATE_READ")
            .add("from", GATE)
            .add("occurredAt", NOW.minusSeconds(secondsAgo).toString())
            .add("attributes", Json.createObjectBuilder().add("plate", plate).add("score", "0.97"))
            .build();
    Api.Answer told =
        ADMIN.post(
            "/events", Json.createObjectBuilder().add("events", one(event)).build().toString());
    assertThat(told.items().get(0).containsKey("uid")).as(told.text()).isTrue();
  }

  @Test
  void onlyTheWantedPlateRaisesAnAlarmWhichShowsIt() throws Exception {
    read("M-AB 1", 40);
    read("b-xy 77", 30);
    read("M-AB 2", 20);
    String found = "/alarms?schemeId=" + scheme.getString("id");
    Await.until("the alarm", 30, () -> ADMIN.get(found).items().size() == 1);
    JsonObject alarm = ADMIN.get(found).items().get(0);
    assertThat(Instant.parse(alarm.getString("firstAt"))).isEqualTo(NOW.minusSeconds(30));
    JsonObject said = ADMIN.get("/alarms/" + alarm.getString("id") + "/events").items().get(0);
    assertThat(said.getJsonObject("attributes").getString("plate")).isEqualTo("b-xy 77");
    assertThat(said.getJsonObject("attributes").getString("score")).isEqualTo("0.97");
  }

  @Test
  void aTrialSaysWhichConditionWasNotFulfilled() throws Exception {
    read("K-LM 5", 50);
    Await.until("the event", 30, () -> ADMIN.get("/events?limit=50").text().contains("K-LM 5"));
    JsonObject tried =
        ADMIN
            .post(
                "/alarm-schemes/" + scheme.getString("id") + "/simulation",
                Json.createObjectBuilder()
                    .add("from", NOW.minusSeconds(51).toString())
                    .add("to", NOW.minusSeconds(49).toString())
                    .build()
                    .toString())
            .json();
    assertThat(tried.getInt("alarms")).isZero();
    JsonObject example = tried.getJsonArray("examples").getJsonObject(0);
    assertThat(example.getString("why")).isEqualTo("CONDITION");
    assertThat(example.getJsonObject("condition").getString("attribute")).isEqualTo("plate");
  }

  @Test
  void numbersAreAskedForWhereNumbersAreCompared() {
    Api.Answer refused = ADMIN.post("/alarm-schemes", draft("AT_LEAST", "many").toString());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("Only numbers can be compared so.");
  }
}
