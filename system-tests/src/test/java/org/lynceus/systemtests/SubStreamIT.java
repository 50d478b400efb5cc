package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Main and sub stream of a camera, recorded and asked for one beside the other. */
class SubStreamIT {
  private static final String ALL_DAY = "00000000-0000-7000-8000-000000000001";
  private final Api api = Api.administrator();
  @TempDir private Path directory;

  private JsonObject addCamera() {
    String camera = Api.camera("Both streams", 8, LynceusServer.secret("simulator-password"));
    try (var reader = Json.createReader(new java.io.StringReader(camera))) {
      JsonObject main = reader.readObject();
      Api.Answer added =
          api.post(
              "/devices",
              Json.createObjectBuilder(main)
                  .add("subUrl", main.getString("url") + "/sub")
                  .build()
                  .toString());
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      return added.json();
    }
  }

  private JsonObject plan(String channel) {
    Api.Answer added =
        api.post(
            "/recording-plans",
            Json.createObjectBuilder()
                .add("name", "Sub stream of " + channel)
                .add("enabled", true)
                .add("templateId", ALL_DAY)
                .add("kind", "CONTINUOUS")
                .add("stream", "SUB")
                .add("preSeconds", 0)
                .add("postSeconds", 0)
                .add("channelIds", Json.createArrayBuilder().add(channel))
                .build()
                .toString());
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  /** A span of at least eight seconds. */
  private JsonObject recorded(String channel, Instant since, String stream)
      throws InterruptedException {
    return new Footage(api, channel).recorded(stream, since, 8);
  }

  private int width(String channel, String from, String to, String stream) throws Exception {
    Api.Answer clip =
        api.get(
            "/channels/"
                + channel
                + "/export.mp4?reason=comparison&stream="
                + stream
                + "&from="
                + from
                + "&to="
                + to);
    assertThat(clip.status()).as(clip.text()).isEqualTo(200);
    Path file = directory.resolve(stream + ".mp4");
    Files.write(file, clip.response().body());
    Ffmpeg.decode(file);
    return Ffmpeg.video(Ffmpeg.probe(file)).getInt("width");
  }

  @Test
  void eachStreamIsRecordedPlayedAndExportedForItself() throws Exception {
    Instant since = Instant.now();
    JsonObject device = addCamera();
    String channel = Api.channelOf(device);
    String path = "/channels/" + channel;
    JsonObject plan = plan(channel);
    try {
      JsonObject sub = recorded(channel, since, "SUB");
      Api.Answer state = api.get(path + "/recording");
      assertThat(state.json().getString("state")).as(state.text()).isEqualTo("RECORDING");
      String range = "from=" + since + "&to=" + Instant.now();
      assertThat(api.get(path + "/timeline?" + range).json().getJsonArray("spans")).isEmpty();
      assertThat(api.get(path + "/playback.m3u8?" + range).status()).isEqualTo(404);

      api.record(channel, true);
      JsonObject main = recorded(channel, since, "MAIN");
      int small = width(channel, sub.getString("from"), sub.getString("to"), "SUB");
      int large = width(channel, main.getString("from"), main.getString("to"), "MAIN");
      assertThat(small).isPositive().isLessThan(large);

      String at = Instant.parse(sub.getString("from")).plusSeconds(5).toString();
      for (String asked :
          List.of(
              "/playback.m3u8?" + range + "&stream=SUB",
              "/thumbnail.jpg?at=" + at + "&stream=SUB",
              "/keyframes.mp4?from=" + sub.getString("from") + "&stream=SUB")) {
        assertThat(api.get(path + asked).status()).as(asked).isEqualTo(200);
      }
      String month = since.toString().substring(0, 7);
      assertThat(
              api.get(path + "/recorded-days?stream=SUB&month=" + month)
                  .json()
                  .getJsonArray("days"))
          .isNotEmpty();
    } finally {
      api.change("DELETE", "/recording-plans/" + plan.getString("id"), "\"1\"", "");
      api.remove(device);
    }
  }
}
