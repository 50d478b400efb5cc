package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreScan;
import org.lynceus.media.store.Volume;

/** Ends the server by kill -9 while it records, and starts it again. Runs after the others. */
@Order(Integer.MAX_VALUE)
@Longer
class KilledServerIT {
  private static final Path RECORDINGS = LynceusServer.HOME.resolve("recordings");

  private static List<JsonObject> spans(Api api, String channel, Instant since) {
    return api.get("/channels/" + channel + "/timeline?from=" + since + "&to=" + Instant.now())
        .json()
        .getJsonArray("spans")
        .getValuesAs(JsonObject.class);
  }

  /** Length of each file of a volume as the index has it; files under way are left out. */
  private static Map<String, Long> indexed(Volume volume) throws Exception {
    Map<String, Long> indexed = new HashMap<>();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + LynceusServer.DB_PORT + "/lynceus",
                "lynceus",
                LynceusServer.secret("db-lynceus-password"));
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select path, bytes from segment where closed and volume_id = '"
                        + volume.id()
                        + "'")) {
      while (row.next()) {
        indexed.put(row.getString(1), row.getLong(2));
      }
    }
    return indexed;
  }

  @Test
  void afterAKillTheCutFilePlaysIndexAndDiskAgreeAndRecordingGoesOn() throws Exception {
    Api before = Api.administrator();
    String channel = before.get("/channels?q=Gate").items().get(0).getString("id");
    Instant since = Instant.now().minus(1, ChronoUnit.HOURS);
    Await.until("a recording to cut off", 60, () -> !spans(before, channel, since).isEmpty());

    LynceusServer.kill("wildfly");
    Instant killed = Instant.now();
    Path cutOff;
    try (Stream<Path> files = Files.walk(RECORDINGS)) {
      cutOff =
          files
              .filter(f -> f.getFileName().toString().startsWith(channel))
              .max(java.util.Comparator.comparing(f -> f.getFileName().toString()))
              .orElseThrow();
    }
    assertThat(Integer.parseInt(Ffmpeg.video(Ffmpeg.probe(cutOff)).getString("nb_read_frames")))
        .isPositive();

    LynceusServer.start();
    Api after = Api.administrator();
    JsonObject span =
        Await.value(
            "recording to go on",
            60,
            () -> {
              List<JsonObject> spans = spans(after, channel, killed);
              return spans.isEmpty() ? null : spans.get(spans.size() - 1);
            });
    assertThat(Instant.parse(span.getString("from"))).isAfter(killed.minusSeconds(60));

    Map<String, Long> onDisk = new HashMap<>();
    Volume volume = Volume.open(RECORDINGS, 0);
    StoreScan.scan(volume, segment -> note(onDisk, segment));
    Map<String, Long> indexed = indexed(volume);
    assertThat(indexed).isNotEmpty();
    assertThat(onDisk).containsAllEntriesOf(indexed);
    String cut = RECORDINGS.relativize(cutOff).toString();
    assertThat(indexed).containsKey(cut);

    JsonObject timeline =
        after
            .get("/channels/" + channel + "/timeline?from=" + since + "&to=" + Instant.now())
            .json();
    assertThat(timeline.getJsonArray("gaps").getValuesAs(JsonObject.class))
        .anySatisfy(
            gap ->
                assertThat(gap.getJsonObject("reason").getString("code"))
                    .isEqualTo("server-stopped"));
    Api.Answer export =
        after.get(
            "/channels/"
                + channel
                + "/export.mp4?reason=test&from="
                + killed.minusSeconds(120)
                + "&to="
                + killed.minusSeconds(1));
    assertThat(export.status()).isEqualTo(200);
    Path clip = Files.createTempFile("clip", ".mp4");
    Files.write(clip, export.response().body());
    Ffmpeg.decode(clip);
    Files.delete(clip);
  }

  private static void note(Map<String, Long> onDisk, Segment segment) {
    onDisk.put(segment.path(), segment.bytes());
  }
}
