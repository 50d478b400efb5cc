package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.evidence.ExportVerify;

/** Exports as jobs, their proof, locks, tags, checks and reports, on the running center. */
@Longer
class EvidenceIT {
  @TempDir private Path directory;
  private final Api api = Api.administrator();

  private String channel() {
    return api.get("/channels?q=Gate").items().get(0).getString("id");
  }

  private JsonObject recorded(String channel) throws InterruptedException {
    return new Footage(api, channel).recorded("MAIN", Instant.now().minusSeconds(3600), 10);
  }

  private JsonObject finished(JsonObject job) throws InterruptedException {
    return Await.value(
        "job " + job.getString("title"),
        120,
        () -> {
          JsonObject now = api.get("/jobs/" + job.getString("id")).json();
          return List.of("QUEUED", "RUNNING").contains(now.getString("state")) ? null : now;
        });
  }

  @Test
  void anExportIsProvenGenuineAndAFlippedByteNamesItsFile() throws Exception {
    String channel = channel();
    JsonObject span = recorded(channel);
    String from = span.getString("from");
    String to = Instant.parse(from).plusSeconds(8).toString();
    String request =
        "{\"channelIds\":[\""
            + channel
            + "\"],\"from\":\""
            + from
            + "\",\"to\":\""
            + to
            + "\",\"format\":\"CLASSIC\",\"reason\":\"REASON\"}";
    assertThat(api.post("/exports", request.replace("REASON", " ")).status()).isEqualTo(400);
    Api.Answer ordered = api.post("/exports", request.replace("REASON", "theft of a bicycle"));
    assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
    JsonObject job = finished(ordered.json());
    assertThat(job.getString("state")).as(job.toString()).isEqualTo("SUCCEEDED");

    Api.Answer zip = api.get("/exports/" + job.getString("id") + ".zip");
    assertThat(zip.status()).isEqualTo(200);
    Path export = directory.resolve("export");
    Files.createDirectories(export);
    try (ZipInputStream in =
        new ZipInputStream(new java.io.ByteArrayInputStream(zip.response().body()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, export.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
    Path key = directory.resolve("key.pem");
    Files.write(key, api.get("/exports/public-key.pem").response().body());
    assertThat(ExportVerify.verify(export, key).code()).isEqualTo(ExportVerify.GENUINE);

    Path clip;
    try (var files = Files.list(export)) {
      clip = files.filter(f -> f.toString().endsWith(".mp4")).findFirst().orElseThrow();
    }
    Ffmpeg.decode(clip);
    byte[] bytes = Files.readAllBytes(clip);
    bytes[bytes.length / 2] ^= 1;
    Files.write(clip, bytes);
    ExportVerify.Result changed = ExportVerify.verify(export, key);
    assertThat(changed.code()).isEqualTo(ExportVerify.CHANGED);
    assertThat(String.join("\n", changed.lines())).contains(clip.getFileName().toString());

    Api operator = new Api(LynceusServer.token("--operator"));
    assertThat(operator.get("/jobs/" + job.getString("id")).status()).isEqualTo(404);
    assertThat(operator.get("/exports/" + job.getString("id") + ".zip").status()).isEqualTo(404);
    assertThat(api.change("DELETE", "/jobs/" + job.getString("id"), null, "").status())
        .isEqualTo(204);
  }

  @Test
  void aCheckFindsADeletedFileRepairsItAndTheNextOneIsClean() throws Exception {
    String volume = api.get("/volumes").items().get(0).getString("id");
    JsonObject device = api.addCamera("Checked by a test", 5);
    String channel = Api.channelOf(device);
    try {
      api.record(channel, true);
      recorded(channel);
      api.record(channel, false);
      Path file =
          Await.value(
              "a closed file",
              60,
              () -> {
                try (var files = Files.walk(LynceusServer.HOME.resolve("recordings"))) {
                  return files
                      .filter(f -> f.getFileName().toString().startsWith(channel))
                      .findFirst()
                      .orElse(null);
                }
              });
      Files.delete(file);
      Await.until(
          "the check to look at it",
          240,
          () -> {
            JsonObject job =
                finished(api.post("/volumes/" + volume + "/check", "{\"repair\":true}").json());
            return job.getJsonObject("check").getJsonArray("findings").stream()
                .map(f -> f.asJsonObject())
                .anyMatch(
                    f ->
                        f.getString("code").equals("row-without-file")
                            && f.getString("path").contains(channel)
                            && f.getBoolean("repaired"));
          });
      JsonObject timeline =
          api.get(
                  "/channels/"
                      + channel
                      + "/timeline?from="
                      + Instant.now().minusSeconds(3600)
                      + "&to="
                      + Instant.now())
              .json();
      assertThat(timeline.getJsonArray("gaps").getValuesAs(JsonObject.class))
          .anyMatch(g -> g.getJsonObject("reason").getString("code").equals("file-missing"));
    } finally {
      api.remove(device);
    }
  }

  @Test
  void tagsAndLocksAreOnTheTimelineAndLocksAreRemovedWithAReasonOnly() throws Exception {
    String channel = channel();
    JsonObject span = recorded(channel);
    String from = span.getString("from");
    String to = Instant.parse(from).plusSeconds(5).toString();
    JsonObject tag =
        api.post("/channels/" + channel + "/tags", "{\"at\":\"" + from + "\",\"name\":\"Seen\"}")
            .json();
    JsonObject lock =
        api.post(
                "/recording-locks",
                "{\"channelIds\":[\""
                    + channel
                    + "\"],\"from\":\""
                    + from
                    + "\",\"to\":\""
                    + to
                    + "\",\"kind\":\"LEGAL_HOLD\",\"reason\":\"police\"}")
            .json();
    JsonObject timeline =
        api.get("/channels/" + channel + "/timeline?from=" + from + "&to=" + to).json();
    assertThat(timeline.getJsonArray("tags")).hasSize(1);
    assertThat(timeline.getJsonArray("locks")).hasSize(1);

    String path = "/recording-locks/" + lock.getString("id");
    assertThat(api.change("DELETE", path, null, "").status()).isEqualTo(400);
    Api operator = new Api(LynceusServer.token("--operator"));
    assertThat(operator.change("DELETE", path + "?reason=done", null, "").status()).isEqualTo(403);
    assertThat(api.change("DELETE", path + "?reason=done", null, "").status()).isEqualTo(204);
    assertThat(api.change("DELETE", "/tags/" + tag.getString("id"), null, "").status())
        .isEqualTo(204);
  }

  @Test
  void theReportOfADayNamesWhatIsPlannedAndWhatIsThere() throws Exception {
    String channel = channel();
    recorded(channel);
    JsonObject report =
        api.get("/reports/gaps?day=" + LocalDate.now(ZoneOffset.UTC) + "&zone=UTC").json();
    assertThat(report.getJsonArray("channels").getValuesAs(JsonObject.class))
        .anySatisfy(
            c -> {
              assertThat(c.getString("channelId")).isEqualTo(channel);
              assertThat(c.getInt("plannedSeconds")).isPositive();
            });
    assertThat(api.get("/reports/gaps?day=tomorrow").status()).isEqualTo(400);
  }

  @Test
  void keyFramesPlayBackwardsAndThumbnailsAreSmall() throws Exception {
    String channel = channel();
    JsonObject span = recorded(channel);
    String at = Instant.parse(span.getString("from")).plusSeconds(8).toString();
    Api.Answer clip =
        api.get(
            "/channels/"
                + channel
                + "/keyframes.mp4?from="
                + at
                + "&direction=backward&count=4&speed=8");
    assertThat(clip.status()).isEqualTo(200);
    List<Long> times =
        java.util.Arrays.stream(clip.header("Lynceus-Frame-Times").split(","))
            .map(Long::parseLong)
            .toList();
    assertThat(times).hasSize(4).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    Path file = directory.resolve("backward.mp4");
    Files.write(file, clip.response().body());
    assertThat(Ffmpeg.video(Ffmpeg.probe(file)).getString("nb_read_frames")).isEqualTo("4");

    Api.Answer thumbnail = api.get("/channels/" + channel + "/thumbnail.jpg?width=160&at=" + at);
    assertThat(thumbnail.status()).isEqualTo(200);
    var image =
        javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(thumbnail.response().body()));
    assertThat(image.getWidth()).isEqualTo(160);
  }

  @Test
  void liveVideoForThirdPartiesIsLowLatencyHls() throws Exception {
    String channel = channel();
    Api.Answer playlist =
        Await.value(
            "a playlist",
            60,
            () -> {
              Api.Answer answer = api.get("/channels/" + channel + "/live.m3u8");
              return answer.status() == 200 && answer.text().contains("#EXT-X-PART:")
                  ? answer
                  : null;
            });
    var part =
        java.util.regex.Pattern.compile("#EXT-X-PART:.*URI=\"([^\"]+)\"").matcher(playlist.text());
    assertThat(part.find()).isTrue();
    assertThat(api.get("/channels/" + channel + "/" + part.group(1)).status()).isEqualTo(200);
    assertThat(api.get("/channels/" + channel + "/live-999999.m4s").status()).isEqualTo(404);
  }
}
