package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A scheme that makes an alarm of duress only after an unknown card. */
class OnlyAfterIT {
  private static final Api ADMIN = Api.administrator();

  /** Some time of the last day, another one in each run: what an earlier run told is not near. */
  private static final Instant THEN =
      Instant.now()
          .truncatedTo(ChronoUnit.SECONDS)
          .minusSeconds(3600 + ThreadLocalRandom.current().nextInt(70_000));

  private static JsonObject scheme;

  @BeforeAll
  static void add() {
    scheme = Schemes.added(draft("Duress after an unknown card"));
  }

  @AfterAll
  static void remove() {
    Schemes.remove(scheme);
  }

  private static JsonObject draft(String name) {
    return Schemes.draft(name, Schemes.CENTER, "DOOR_DURESS")
        .add(
            "onlyAfter",
            Json.createObjectBuilder()
                .add("sources", Json.createArrayBuilder().add(Schemes.CENTER))
                .add("types", Json.createArrayBuilder().add("DOOR_UNKNOWN_CARD"))
                .add("seconds", 30))
        .build();
  }

  private static void tell(String type, int secondsAgo) {
    JsonObject event =
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("type", type)
            .add("from", "Hall of the order")
            .add("occurredAt", THEN.minusSeconds(secondsAgo).toString())
            .build();
    Api.Answer told =
        ADMIN.post(
            "/events",
            Json.createObjectBuilder()
                .add("events", Json.createArrayBuilder().add(event))
                .build()
                .toString());
    assertThat(told.items().get(0).containsKey("uid")).as(told.text()).isTrue();
  }

  private static int alarms() {
    return ADMIN.get("/alarms?schemeId=" + scheme.getString("id")).items().size();
  }

  private static JsonObject trial(String path, JsonObject draft) {
    Api.Answer tried =
        ADMIN.post(
            path,
            Json.createObjectBuilder()
                .add("from", THEN.minusSeconds(600).toString())
                .add("to", THEN.plusSeconds(600).toString())
                .add("draft", draft)
                .build()
                .toString());
    assertThat(tried.status()).as(tried.text()).isEqualTo(200);
    return tried.json();
  }

  @Test
  void duressRaisesAnAlarmOnlyAfterAnUnknownCardAlsoWhenTheCardIsToldLast() throws Exception {
    assertThat(scheme.getJsonObject("onlyAfter"))
        .isEqualTo(draft("any").getJsonObject("onlyAfter"));
    tell("DOOR_DURESS", 100);
    tell("DOOR_DURESS", 50);
    tell("DOOR_UNKNOWN_CARD", 300);
    tell("DOOR_UNKNOWN_CARD", 60);
    Await.until("the alarm", 30, () -> alarms() == 1);
    JsonObject alarm = ADMIN.get("/alarms?schemeId=" + scheme.getString("id")).items().get(0);
    assertThat(Instant.parse(alarm.getString("firstAt"))).isEqualTo(THEN.minusSeconds(50));
    JsonObject tried = trial("/alarm-schemes/simulation", draft("A scheme that is nowhere stored"));
    assertThat(tried.getInt("alarms")).isEqualTo(1);
    assertThat(tried.getInt("firsts")).isEqualTo(2);
    assertThat(tried.getInt("followed")).isEqualTo(1);
    assertThat(tried.getJsonArray("left").getValuesAs(JsonObject.class))
        .extracting(left -> left.getString("why"))
        .containsExactly("NOT_AFTER");
    assertThat(trial("/alarm-schemes/" + scheme.getString("id") + "/simulation", draft("Same")))
        .isEqualTo(tried);
    assertThat(alarms()).isEqualTo(1);
  }
}
