package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Kills PostgreSQL while cameras are recorded, brings it back after a while ({@code
 * lynceus.outage.seconds}), and asks for every second of that time. Runs late, before the server is
 * killed.
 */
@Order(Integer.MAX_VALUE - 1)
class DatabaseOutageIT {
  private static final int SECONDS = Integer.getInteger("lynceus.outage.seconds", 30);

  private static JsonObject timeline(Api api, String channel, Instant from, Instant to) {
    return api.get("/channels/" + channel + "/timeline?from=" + from + "&to=" + to).json();
  }

  private static Instant recordedUntil(Api api, String channel) {
    Instant now = Instant.now();
    List<JsonObject> spans =
        timeline(api, channel, now.minusSeconds(3600), now)
            .getJsonArray("spans")
            .getValuesAs(JsonObject.class);
    return spans.isEmpty()
        ? Instant.EPOCH
        : Instant.parse(spans.get(spans.size() - 1).getString("to"));
  }

  @Test
  void recordingGoesOnWithoutTheDatabaseAndTheIndexCatchesUpWithoutAGap() throws Exception {
    Api before = Api.administrator();
    String channel = before.get("/channels?q=Gate").items().get(0).getString("id");
    Await.until(
        "recording to be under way",
        90,
        () -> recordedUntil(before, channel).isAfter(Instant.now().minusSeconds(40)));
    Instant from = recordedUntil(before, channel);

    LynceusServer.kill("postgresql");
    Instant away = Instant.now();
    Await.until(
        "the outage to last",
        SECONDS + 30,
        () -> Duration.between(away, Instant.now()).toSeconds() >= SECONDS);
    assertThat(before.get("/devices").status()).isGreaterThanOrEqualTo(500);
    Instant back = Instant.now();
    LynceusServer.start();

    Api after = Api.administrator();
    Await.until("the index to catch up", 180, () -> recordedUntil(after, channel).isAfter(back));
    JsonObject timeline = timeline(after, channel, from, back);
    assertThat(timeline.getJsonArray("gaps")).as(timeline.toString()).isEmpty();
    Duration recorded =
        timeline.getJsonArray("spans").getValuesAs(JsonObject.class).stream()
            .map(
                s ->
                    Duration.between(
                        Instant.parse(s.getString("from")), Instant.parse(s.getString("to"))))
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(recorded).isGreaterThan(Duration.between(from, back).minusSeconds(1));
  }
}
