package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingIT {
  @TempDir private Path directory;
  private final Api api = Api.administrator();

  /** What is on the timeline of the last ten minutes, once it is at least that long. */
  private JsonObject spanOf(String channel, int seconds) throws InterruptedException {
    return Await.value(
        seconds + " recorded seconds on the timeline",
        90,
        () -> {
          Instant now = Instant.now();
          JsonObject timeline =
              api.get(
                      "/channels/"
                          + channel
                          + "/timeline?from="
                          + now.minusSeconds(600)
                          + "&to="
                          + now)
                  .json();
          List<JsonObject> spans = timeline.getJsonArray("spans").getValuesAs(JsonObject.class);
          if (spans.isEmpty()) {
            return null;
          }
          JsonObject last = spans.get(spans.size() - 1);
          Duration length = Duration.between(from(last), to(last));
          return length.toSeconds() >= seconds ? last : null;
        });
  }

  private static Instant from(JsonObject span) {
    return Instant.parse(span.getString("from"));
  }

  private static Instant to(JsonObject span) {
    return Instant.parse(span.getString("to"));
  }

  private String demoChannel(String name) {
    return api.get("/channels?q=" + name).items().get(0).getString("id");
  }

  @Test
  void whatIsRecordedIsOnTheTimelineInThePlaylistAndInTheClip() throws Exception {
    JsonObject device = api.addCamera("Recorded by a test", 7);
    String channel = Api.channelOf(device);
    try {
      api.record(channel, true);
      JsonObject span = spanOf(channel, 12);
      Instant from = from(span).plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
      Instant to = from.plusSeconds(8);

      Path played = directory.resolve("played.mp4");
      Files.write(played, playHls(channel, from, to));
      JsonObject hls = Ffmpeg.probe(played);
      assertThat(Ffmpeg.video(hls).getString("codec_name")).isEqualTo("h264");
      assertThat(Integer.parseInt(Ffmpeg.video(hls).getString("nb_read_frames")))
          .isBetween(8 * 25, 13 * 25);
      Ffmpeg.decode(played);

      Api.Answer export =
          api.get("/channels/" + channel + "/export.mp4?reason=test&from=" + from + "&to=" + to);
      assertThat(export.status()).isEqualTo(200);
      assertThat(export.header("Content-Disposition")).contains("Recorded_by_a_test-");
      Path clip = directory.resolve("clip.mp4");
      Files.write(clip, export.response().body());
      assertThat(Long.parseLong(export.header("Content-Length"))).isEqualTo(Files.size(clip));
      JsonObject mp4 = Ffmpeg.probe(clip);
      assertThat(Ffmpeg.seconds(mp4)).isBetween(7.8, 8.3);
      Ffmpeg.decode(clip);
    } finally {
      api.remove(device);
    }
  }

  /** Plays a playlist as a browser would: the map and the byte ranges, one after another. */
  private byte[] playHls(String channel, Instant from, Instant to) throws Exception {
    Api.Answer playlist =
        api.get("/channels/" + channel + "/playback.m3u8?from=" + from + "&to=" + to);
    assertThat(playlist.status()).as(playlist.text()).isEqualTo(200);
    assertThat(playlist.header("Content-Type")).startsWith("application/vnd.apple.mpegurl");
    String text = playlist.text();
    assertThat(text)
        .startsWith("#EXTM3U")
        .contains("#EXT-X-PROGRAM-DATE-TIME")
        .contains("#EXT-X-ENDLIST");
    ByteArrayOutputStream media = new ByteArrayOutputStream();
    Matcher map =
        Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\"(?:,BYTERANGE=\"(\\d+)@(\\d+)\")?")
            .matcher(text);
    assertThat(map.find()).isTrue();
    media.write(range(channel, map.group(1), map.group(2), map.group(3)));
    Matcher part =
        Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)\\s+(?:#[^\\n]*\\s+)*(\\S+)").matcher(text);
    int parts = 0;
    while (part.find()) {
      media.write(range(channel, part.group(3), part.group(1), part.group(2)));
      parts++;
    }
    assertThat(parts).isGreaterThan(2);
    return media.toByteArray();
  }

  private byte[] range(String channel, String uri, String length, String offset) {
    var request = api.request("/channels/" + channel + "/" + uri);
    if (length == null) {
      Api.Answer whole = api.send(request);
      assertThat(whole.status()).isEqualTo(200);
      return whole.response().body();
    }
    long first = Long.parseLong(offset);
    long last = first + Long.parseLong(length) - 1;
    Api.Answer answer = api.send(request.header("Range", "bytes=" + first + "-" + last));
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Range")).startsWith("bytes " + first + "-" + last + "/");
    assertThat(answer.response().body()).hasSize(Integer.parseInt(length));
    return answer.response().body();
  }

  @Test
  void aCameraWithAacIsPlayedAndExportedWithItsSound() throws Exception {
    String channel = demoChannel("Corridor");
    JsonObject span = spanOf(channel, 8);
    Instant from = from(span).plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
    Api.Answer export =
        api.get(
            "/channels/"
                + channel
                + "/export.mp4?reason=test&from="
                + from
                + "&to="
                + from.plusSeconds(5));
    assertThat(export.status()).as(export.header("Content-Type")).isEqualTo(200);
    Path clip = directory.resolve("clip.mp4");
    Files.write(clip, export.response().body());
    JsonObject probe = Ffmpeg.probe(clip);
    assertThat(probe.getJsonArray("streams").getValuesAs(JsonObject.class))
        .extracting(s -> s.getString("codec_name"))
        .containsExactlyInAnyOrder("h264", "aac");
    Ffmpeg.decode(clip);
  }

  @Test
  void aPictureIsTakenNowAndOutOfTheRecording() throws Exception {
    String channel = demoChannel("Gate");
    JsonObject span = spanOf(channel, 5);
    for (String query : new String[] {"", "?at=" + from(span).plusSeconds(3)}) {
      Api.Answer picture = api.get("/channels/" + channel + "/snapshot.jpg" + query);
      assertThat(picture.status()).as(query).isEqualTo(200);
      Path file = directory.resolve("picture.jpg");
      Files.write(file, picture.response().body());
      assertThat(Ffmpeg.video(Ffmpeg.probe(file)).getInt("width")).isEqualTo(1280);
    }
  }

  @Test
  void todayIsADayWithRecordings() throws Exception {
    String channel = demoChannel("Gate");
    spanOf(channel, 1);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String month = today.toString().substring(0, 7);
    assertThat(
            api.get("/channels/" + channel + "/recorded-days?month=" + month + "&zone=UTC").text())
        .contains("\"" + today + "\"");
    assertThat(api.get("/channels/" + channel + "/recorded-days?month=2026-13").status())
        .isEqualTo(400);
    assertThat(api.get("/channels/" + channel + "/recorded-days?month=2026-11&zone=X/Y").status())
        .isEqualTo(400);
  }

  @Test
  void whereNothingIsRecordedThatIsSaid() {
    String channel = demoChannel("Gate");
    String past = "?from=2001-01-01T00:00:00Z&to=2001-01-01T01:00:00Z";
    for (String what : new String[] {"/playback.m3u8", "/export.mp4"}) {
      Api.Answer answer = api.get("/channels/" + channel + what + past + "&reason=test");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().getString("type")).isEqualTo("urn:lynceus:problem:nothing-recorded");
    }
    assertThat(api.get("/channels/" + channel + "/timeline" + past).json().getJsonArray("spans"))
        .isEmpty();
    assertThat(api.get("/channels/" + channel + "/timeline?from=x&to=y").status()).isEqualTo(400);
  }

  @Test
  void switchingNeedsTheVersion() throws Exception {
    JsonObject device = api.addCamera("Switched by a test", 8);
    String path = "/channels/" + Api.channelOf(device) + "/recording";
    try {
      assertThat(api.put(path, null, "{\"enabled\":true}").status()).isEqualTo(428);
      String etag = api.get(path).header("ETag");
      assertThat(api.put(path, etag, "{\"enabled\":true}").status()).isEqualTo(200);
      assertThat(api.put(path, etag, "{\"enabled\":false}").status()).isEqualTo(412);
      assertThat(api.put(path, api.get(path).header("ETag"), "{}").status()).isEqualTo(400);
    } finally {
      api.remove(device);
    }
  }
}
