package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the index knows of one recorded channel; asked before and after an outage. */
record Footage(Api api, String channel) {
  /** The camera that the demo records all day. */
  static Footage ofGate(Api api) {
    return new Footage(api, api.get("/channels?q=Gate").items().get(0).getString("id"));
  }

  JsonObject timeline(Instant from, Instant to) {
    return api.get("/channels/" + channel + "/timeline?from=" + from + "&to=" + to).json();
  }

  /** Waits for a span of the stream since the time that is longer than so many seconds. */
  JsonObject recorded(String stream, Instant since, int seconds) throws InterruptedException {
    return Await.value(
        seconds + " recorded seconds of " + stream,
        90,
        () ->
            spans(
                    api.get(
                            "/channels/%s/timeline?stream=%s&from=%s&to=%s"
                                .formatted(channel, stream, since, Instant.now()))
                        .json())
                .stream()
                .filter(
                    s ->
                        Instant.parse(s.getString("to"))
                            .isAfter(Instant.parse(s.getString("from")).plusSeconds(seconds)))
                .findFirst()
                .orElse(null));
  }

  /** The end of the newest footage; the epoch when there is none. */
  Instant until() {
    Instant now = Instant.now();
    List<JsonObject> spans = spans(timeline(now.minusSeconds(3600), now));
    return spans.isEmpty()
        ? Instant.EPOCH
        : Instant.parse(spans.get(spans.size() - 1).getString("to"));
  }

  /** Waits until recording is under way and returns the end of the newest footage. */
  Instant underWay() throws InterruptedException {
    Await.until(
        "recording to be under way", 90, () -> until().isAfter(Instant.now().minusSeconds(40)));
    return until();
  }

  /** Waits for the index to reach the end of the range and demands every second of it. */
  void isComplete(Instant from, Instant to) throws InterruptedException {
    Await.until("the index to catch up", 180, () -> until().isAfter(to));
    JsonObject timeline = timeline(from, to);
    assertThat(timeline.getJsonArray("gaps")).as(timeline.toString()).isEmpty();
    Duration recorded =
        spans(timeline).stream()
            .map(
                s ->
                    Duration.between(
                        Instant.parse(s.getString("from")), Instant.parse(s.getString("to"))))
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(recorded)
        .as(timeline.toString())
        .isGreaterThan(Duration.between(from, to).minusSeconds(1));
  }

  /** Lets an outage last. */
  static void last(int seconds) throws InterruptedException {
    Instant away = Instant.now();
    Await.until(
        "the outage to last",
        seconds + 30,
        () -> Duration.between(away, Instant.now()).toSeconds() >= seconds);
  }

  private static List<JsonObject> spans(JsonObject timeline) {
    return timeline.getJsonArray("spans").getValuesAs(JsonObject.class);
  }
}
