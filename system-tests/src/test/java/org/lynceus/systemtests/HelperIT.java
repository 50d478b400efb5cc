package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H.264 for browsers without H.265, made by the ffmpeg helper out of process. */
class HelperIT {
  private static final int H265 = 9;
  private static final int MJPEG = 10;
  private final Api api = Api.administrator();
  @TempDir private Path directory;

  private JsonObject probe(String name, byte[] mp4) throws Exception {
    Path file = directory.resolve(name);
    Files.write(file, mp4);
    Ffmpeg.decode(file);
    return Ffmpeg.video(Ffmpeg.probe(file));
  }

  private byte[] fetch(String path) {
    Api.Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.response().body();
  }

  /** A playlist of at least two parts, of which the first two belong to one file. */
  private List<String> parts(String channel, Instant since) throws InterruptedException {
    return Await.value(
        "two parts of a recording",
        120,
        () -> {
          Api.Answer playlist =
              api.get(
                  "/channels/"
                      + channel
                      + "/playback.m3u8?variant=H264&from="
                      + since
                      + "&to="
                      + Instant.now());
          List<String> lines =
              playlist.text().lines().filter(line -> line.endsWith(".m4s")).toList();
          return lines.size() < 2 || playlist.text().contains("DISCONTINUITY") ? null : lines;
        });
  }

  @Test
  void recordedH265IsPlayedAsH264PartByPart() throws Exception {
    Instant since = Instant.now();
    JsonObject device = api.addCamera("H.265 of a test", H265);
    String channel = Api.channelOf(device);
    String path = "/channels/" + channel + "/";
    try {
      api.record(channel, true);
      List<String> parts = parts(channel, since);
      api.record(channel, false);
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(fetch(path + parts.get(0).replace(".m4s", ".init.mp4")));
      both.writeBytes(fetch(path + parts.get(0)));
      JsonObject first = probe("first.mp4", both.toByteArray());
      both.writeBytes(fetch(path + parts.get(1)));
      JsonObject joined = probe("both.mp4", both.toByteArray());
      assertThat(joined.getString("codec_name")).isEqualTo("h264");
      assertThat(Integer.parseInt(joined.getString("nb_read_frames")))
          .isGreaterThan(Integer.parseInt(first.getString("nb_read_frames")));
      assertThat(api.get(path + parts.get(0).replaceAll("/h264/.*", "/h264/7-90.m4s")).status())
          .isEqualTo(404);
    } finally {
      api.remove(device);
    }
  }

  private void watch(String name, int camera) throws Exception {
    JsonObject device = api.addCamera(name, camera);
    String channel = Api.channelOf(device);
    try {
      Await.until(
          name + " to be online",
          60,
          () -> api.get("/channels/" + channel).json().getString("state").equals("ONLINE"));
      LiveIT.Viewer viewer = new LiveIT.Viewer();
      WebSocket socket = LiveIT.open(channel + "/live?variant=h264", viewer);
      Await.until("frames of " + name, 60, () -> viewer.binaries > 30);
      socket.abort();
      assertThat(viewer.texts)
          .filteredOn(text -> text.getString("type").equals("init"))
          .first()
          .satisfies(init -> assertThat(init.getString("mime")).contains("avc1."));
      Path file = directory.resolve(camera + ".mp4");
      Files.write(file, viewer.bytes());
      assertThat(Ffmpeg.video(Ffmpeg.probe(file)).getString("codec_name")).isEqualTo("h264");
    } finally {
      api.remove(device);
    }
  }

  @Test
  void liveH265AndMjpegAreSentAsH264() throws Exception {
    watch("Live H.265", H265);
    watch("Live MJPEG", MJPEG);
  }

  @Test
  void theSystemPageTellsTheHelperAndItsEncoder() {
    JsonObject helper = api.get("/system").json().getJsonArray("helpers").getJsonObject(0);
    assertThat(helper.getString("state")).isEqualTo("READY");
    assertThat(helper.getString("detail")).contains("H.264 by ");
  }
}
