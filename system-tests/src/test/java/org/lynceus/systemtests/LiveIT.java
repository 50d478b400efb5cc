package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIT {
  @TempDir private Path directory;

  /** Collects what a viewer is sent. */
  static final class Viewer implements WebSocket.Listener {
    final List<JsonObject> texts = new CopyOnWriteArrayList<>();
    final ByteArrayOutputStream media = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    volatile int binaries;
    volatile int closed;

    /** Opens a socket below {@code /channels/} with one header of the one who watches. */
    WebSocket open(String path, String header, String value) {
      return Api.CLIENT
          .newWebSocketBuilder()
          .header(header, value)
          .buildAsync(
              URI.create("ws://127.0.0.1:" + LynceusServer.HTTP_PORT + "/api/v1/channels/" + path),
              this)
          .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        texts.add(Json.createReader(new StringReader(text.toString())).readObject());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public synchronized CompletionStage<?> onBinary(
        WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      media.writeBytes(bytes);
      if (last) {
        binaries++;
      }
      socket.request(1);
      return null;
    }

    synchronized byte[] bytes() {
      return media.toByteArray();
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed = code;
      return null;
    }
  }

  /** Opens a live stream by its path below the channels. */
  static WebSocket open(String path, Viewer viewer) {
    return viewer.open(path, "Authorization", "Bearer " + LynceusServer.token());
  }

  @Test
  void aViewerGetsAnInitSegmentAndThenAFrameAtATime() throws Exception {
    Api api = Api.administrator();
    String channel = api.get("/channels?q=Stairs").items().get(0).getString("id");
    Viewer viewer = new Viewer();
    WebSocket socket = open(channel + "/live", viewer);
    Await.until("two seconds of frames", 20, () -> viewer.binaries > 50);
    socket.abort();
    assertThat(viewer.texts).extracting(t -> t.getString("type")).contains("state", "init");
    JsonObject init =
        viewer.texts.stream()
            .filter(t -> t.getString("type").equals("init"))
            .findFirst()
            .orElseThrow();
    assertThat(init.getString("mime")).startsWith("video/mp4; codecs=\"avc1.");
    assertThat(init.getInt("width")).isEqualTo(1280);
    Path file = directory.resolve("live.mp4");
    Files.write(file, viewer.bytes());
    assertThat(Integer.parseInt(Ffmpeg.video(Ffmpeg.probe(file)).getString("nb_read_frames")))
        .isGreaterThan(45);
  }

  @Test
  void aChannelThatDoesNotExistIsClosedWith4404() throws Exception {
    Viewer viewer = new Viewer();
    open(UUID.randomUUID() + "/live", viewer);
    Await.until("the refusal", 10, () -> viewer.closed == 4404);
  }
}
