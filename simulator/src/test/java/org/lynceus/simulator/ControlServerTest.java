package org.lynceus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.onvif.OnvifServer;
import org.lynceus.simulator.rtsp.RtspOptions;
import org.lynceus.simulator.rtsp.RtspServer;

class ControlServerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private RtspServer cameras;
  private OnvifServer onvif;
  private ControlServer control;

  @BeforeEach
  void start() throws Exception {
    RtspOptions options = new RtspOptions(0, "camera", "secret", Duration.ofMinutes(1));
    cameras =
        new RtspServer(
            options, List.of(Clip.builtIn(1), Clip.builtIn(6)), Clock.systemUTC(), new Random(1));
    onvif = new OnvifServer(0, cameras.port(), "camera", Clock.systemUTC(), new Random(1));
    onvif.add("H264", 1280, 720, "secret");
    control = new ControlServer(0, cameras, onvif, "camera");
    cameras.start();
    control.start();
  }

  @AfterEach
  void stop() throws Exception {
    control.close();
    onvif.close();
    cameras.close();
  }

  @Test
  void listsTheCamerasAndWhatWasDoneToThem() throws Exception {
    assertThat(ask("POST", "/cameras/2/offline", "").statusCode()).isEqualTo(200);
    String list = ask("GET", "/cameras", "").body();
    assertThat(list)
        .contains("\"number\":1,\"path\":\"/camera/1\",\"offline\":false")
        .contains("\"number\":2,\"path\":\"/camera/2\",\"offline\":true");
    assertThat(list)
        .contains("\"audio\":\"AAC\"")
        .contains("\"audio\":null")
        .doesNotContain("secret");
    ask("POST", "/cameras/2/online", "");
    assertThat(ask("GET", "/cameras", "").body()).doesNotContain("\"offline\":true");
  }

  @Test
  void tellsWhenEachFrameLeft() throws Exception {
    String frames = ask("GET", "/cameras/1/frames?since=-1", "").body();
    while (!frames.contains("\"frame\":3,")) {
      frames = ask("GET", "/cameras/1/frames?since=-1", "").body();
    }
    assertThat(frames)
        .containsPattern(
            "\\{\"frame\":3,\"frameInClip\":3,\"rtpTime\":\\d+,\"sentAt\":\"20[^\"]+Z\"}");
    assertThat(ask("GET", "/cameras/1/frames?since=2", "").body())
        .doesNotContain("\"frame\":2,")
        .contains("\"frame\":3,");
  }

  @Test
  void tellsWhereACameraLooksAndTakesItsQuirks() throws Exception {
    assertThat(ask("GET", "/cameras/1/ptz", "").body()).contains("\"pan\":0.0000");
    assertThat(ask("GET", "/cameras/9/ptz", "").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/cameras/1/quirks", "no-media2,http-digest").statusCode())
        .isEqualTo(200);
    assertThat(ask("POST", "/cameras/1/quirks", "unheard-of").statusCode()).isEqualTo(400);
    assertThat(ask("POST", "/cameras/1/clock", "-3600").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertThat(ask("POST", "/cameras/9/offline", "").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/cameras/1/explode", "").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/cameras/1/offline", "").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/cameras/1/password", "").statusCode()).isEqualTo(400);
    assertThat(ask("GET", "/cameras/1/frames?since=x", "").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> ask(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
