package org.lynceus.simulator.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lynceus.simulator.Ffmpeg;
import org.lynceus.simulator.clip.Clip;

/** UDP, other codecs, sub streams and redirections, judged by ffprobe. */
class TransportsTest {
  private static RtspServer server;

  @BeforeAll
  static void start() throws IOException {
    List<Clip> clips =
        List.of(Clip.builtIn(1), Clip.h265(), Clip.reordered(), Clip.jpeg(), Clip.builtIn(6));
    server =
        new RtspServer(
            new RtspOptions(0, "camera", null, Duration.ofMinutes(5)),
            clips,
            Clock.systemUTC(),
            new Random(1));
    server.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static String streams(String transport, String path) throws Exception {
    Ffmpeg.Outcome outcome =
        Ffmpeg.run(
            "ffprobe",
            "-v",
            "error",
            "-rtsp_transport",
            transport,
            "-read_intervals",
            "%+2",
            "-show_entries",
            "stream=codec_name,width",
            "-of",
            "csv=p=0",
            "rtsp://127.0.0.1:" + server.port() + path);
    assertThat(outcome.code()).as(outcome.errors()).isZero();
    return outcome.text();
  }

  @Test
  void everyCodecComesOverTcpAndUdp() throws Exception {
    for (String transport : List.of("tcp", "udp")) {
      assertThat(streams(transport, "/camera/1")).contains("h264,1280", "aac");
      assertThat(streams(transport, "/camera/2")).contains("hevc,640");
      assertThat(streams(transport, "/camera/3")).contains("h264,640");
      assertThat(streams(transport, "/camera/4")).contains("mjpeg,640");
    }
  }

  @Test
  void theSubStreamIsSmallAndARedirectionLeadsToTheCamera() throws Exception {
    assertThat(streams("tcp", "/camera/1/sub")).contains("h264,320");
    assertThat(streams("tcp", "/redirect/2")).contains("hevc,640");
  }

  @Test
  void aChangeShowsAnotherPictureInTheSameStream() throws Exception {
    try (RtspClient client = new RtspClient(server.port(), 5)) {
      String session =
          client
              .ask("SETUP", "/track1", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1")
              .headers()
              .get("session");
      client.ask("PLAY", "", "Session: " + session);
      byte[] before = parameterSet(client, new byte[0]);
      server.ask(5, CameraAct.change(Clip.small()));
      assertThat(parameterSet(client, before)).isNotEqualTo(before);
    }
  }

  /** The next sequence parameter set that is not the given one; the sequence never breaks. */
  private static byte[] parameterSet(RtspClient client, byte[] known) throws IOException {
    int expected = -1;
    while (true) {
      RtspClient.Packet packet = client.packet();
      if (packet.channel() != 0) {
        continue;
      }
      assertThat(expected < 0 || packet.sequence() == expected).isTrue();
      expected = packet.sequence() + 1 & 0xffff;
      byte[] payload = java.util.Arrays.copyOfRange(packet.bytes(), 12, packet.bytes().length);
      if ((payload[0] & 0x1f) == 7 && !java.util.Arrays.equals(payload, known)) {
        return payload;
      }
    }
  }

  @Test
  void aFlappingCameraGoesAndComes() throws Exception {
    server.ask(5, CameraAct.flap(1, 1));
    boolean offline = false;
    for (int changes = 0; changes < 3; ) {
      boolean now = server.status().get(4).offline();
      changes += now == offline ? 0 : 1;
      offline = now;
    }
    server.ask(5, CameraAct.online());
    assertThat(server.status().get(4).offline()).isFalse();
  }

  @Test
  void aNetworkIsDescribedInWords() {
    assertThat(Network.parse("loss=0.1&tcp=off")).isEqualTo(new Network(0.1, 0, 0, false, true));
    for (String wrong : List.of("loss=2", "tcp=maybe", "x=1", "loss=a")) {
      assertThatThrownBy(() -> Network.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
