package org.lynceus.simulator.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.simulator.Ffmpeg;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.clip.MediaTrack;

/** The cameras over real sockets, judged by ffmpeg and by a small client of our own. */
class RtspServerTest {
  private static final String TCP = "Transport: RTP/AVP/TCP;unicast;interleaved=";
  private static RtspServer server;

  @BeforeAll
  static void start() throws IOException {
    List<Clip> clips = List.of(Clip.builtIn(1), shortClip(), Clip.builtIn(5), Clip.builtIn(6));
    server =
        new RtspServer(
            new RtspOptions(0, "camera", "right", Duration.ofMinutes(5)),
            clips,
            Clock.systemUTC(),
            new Random(1));
    server.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** Four tiny frames of 10 ms: loops 25 times a second. */
  private static Clip shortClip() {
    List<MediaTrack.Unit> units =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new MediaTrack.Unit(
                        i * 900L,
                        i * 900L,
                        i == 0,
                        List.of(new byte[] {0x65, 1}, new byte[] {0x65, 2})))
            .toList();
    return new Clip(
        new MediaTrack("video", 96, 90_000, List.of("a=rtpmap:96 H264/90000"), units, 3600), null);
  }

  private static String url(int camera, String password) {
    return "rtsp://camera:" + password + "@127.0.0.1:" + server.port() + "/camera/" + camera;
  }

  @Test
  void ffmpegRecordsTwoSecondsOfPictureAndSoundWithDigest(@TempDir Path directory)
      throws Exception {
    String file = directory.resolve("clip.mp4").toString();
    Ffmpeg.Outcome recorded =
        Ffmpeg.run(
            "ffmpeg",
            "-v",
            "error",
            "-rtsp_transport",
            "tcp",
            "-i",
            url(1, "right"),
            "-t",
            "2",
            "-c",
            "copy",
            file);
    assertThat(recorded.code()).as(recorded.errors()).isZero();
    Ffmpeg.Outcome judged =
        Ffmpeg.run(
            "ffprobe",
            "-v",
            "error",
            "-count_frames",
            "-show_entries",
            "stream=codec_name,nb_read_frames",
            "-of",
            "csv=p=0",
            file);
    assertThat(judged.text())
        .containsPattern("h264,(4[5-9]|5[0-9])")
        .containsPattern("aac,[23]\\d");
    assertThat(judged.errors()).isEmpty();
    assertThat(Files.size(Path.of(file))).isGreaterThan(50_000);
  }

  @Test
  void ffprobeSeesG711OfCameraFiveAndNoSoundOfCameraSix() throws Exception {
    String[] entries = {
      "-v",
      "error",
      "-rtsp_transport",
      "tcp",
      "-show_entries",
      "stream=codec_name",
      "-of",
      "csv=p=0"
    };
    assertThat(Ffmpeg.run("ffprobe", with(entries, url(3, "right"))).text().lines())
        .containsExactly("h264", "pcm_alaw");
    assertThat(Ffmpeg.run("ffprobe", with(entries, url(4, "right"))).text().lines())
        .containsExactly("h264");
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneWelcomeInBothAlgorithms() throws Exception {
    for (String algorithm : List.of("MD5", "SHA-256")) {
      try (RtspClient client = new RtspClient(server.port(), 1)) {
        RtspClient.Answer refused = client.login(algorithm, "wrong", "DESCRIBE", "");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).doesNotContain("stale");
        RtspClient.Answer described = client.login(algorithm, "right", "DESCRIBE", "");
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.body())
            .contains("m=video 0 RTP/AVP 96", "sprop-parameter-sets=", "m=audio 0 RTP/AVP 97");
      }
    }
  }

  @Test
  void anOldNonceIsStaleNotWrong() throws Exception {
    RtspOptions options = new RtspOptions(0, "camera", "right", Duration.ZERO);
    try (RtspServer impatient =
        new RtspServer(options, List.of(shortClip()), Clock.systemUTC(), new Random(2))) {
      impatient.start();
      try (RtspClient client = new RtspClient(impatient.port(), 1)) {
        RtspClient.Answer answer = client.login("MD5", "right", "DESCRIBE", "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("stale=true");
      }
    }
  }

  @Test
  void aTransportThatIsSwitchedOffIsAnsweredUnsupportedAndAnUnknownCameraNotFound()
      throws Exception {
    server.ask(4, CameraAct.network(Network.parse("tcp=off&udp=off")));
    try (RtspClient client = new RtspClient(server.port(), 4)) {
      String udp = "Transport: RTP/AVP;unicast;client_port=5000-5001";
      assertThat(client.login("MD5", "right", "SETUP", "/track1", udp).status()).isEqualTo(461);
      String tcp = TCP + "0-1";
      assertThat(client.login("MD5", "right", "SETUP", "/track1", tcp).status()).isEqualTo(461);
    }
    try (RtspClient client = new RtspClient(server.port(), 77)) {
      assertThat(client.ask("DESCRIBE", "").status()).isEqualTo(404);
    }
  }

  @Test
  void sequenceAndTimeGoOnOverTheEndOfTheClip() throws Exception {
    try (RtspClient client = playing(2, "6-7")) {
      RtspClient.Packet before = video(client);
      assertThat(before.channel()).isEqualTo(6);
      for (int i = 0; i < 60; i++) {
        RtspClient.Packet next = video(client);
        assertThat(next.sequence()).isEqualTo(before.sequence() + 1 & 0xffff);
        assertThat(next.timestamp() - before.timestamp() & 0xffffffffL).isIn(0L, 900L);
        before = next;
      }
    }
  }

  @Test
  void anOfflineCameraBreaksItsConnectionsAndGivesNoAnswerUntilItIsOnlineAgain() throws Exception {
    try (RtspClient client = playing(2, "0-1")) {
      video(client);
      assertThat(server.ask(2, CameraAct.offline())).isTrue();
      assertThatThrownBy(() -> drain(client))
          .isInstanceOfAny(EOFException.class, SocketException.class);
    }
    try (RtspClient client = new RtspClient(server.port(), 2)) {
      assertThatThrownBy(() -> client.ask("DESCRIBE", ""))
          .isInstanceOfAny(EOFException.class, SocketException.class);
    }
    server.ask(2, CameraAct.online());
    try (RtspClient client = playing(2, "0-1")) {
      assertThat(video(client).bytes()).hasSizeGreaterThan(12);
    }
  }

  private static void drain(RtspClient client) throws IOException {
    for (int i = 0; i < 100_000; i++) {
      client.packet();
    }
  }

  @Test
  void aFrozenCameraAnswersButSendsNothing() throws Exception {
    try (RtspServer own =
        new RtspServer(
            new RtspOptions(0, "camera", null, Duration.ZERO),
            List.of(shortClip()),
            Clock.systemUTC(),
            new Random(3))) {
      own.start();
      own.ask(1, CameraAct.freeze());
      try (RtspClient client = new RtspClient(own.port(), 1)) {
        String session = client.ask("SETUP", "/track1", TCP + "0-1").headers().get("session");
        client.ask("PLAY", "", "Session: " + session);
        long seen = own.framesSince(1, -1).size();
        while (own.framesSince(1, -1).size() < seen + 20) {
          assertThat(client.ask("GET_PARAMETER", "", "Session: " + session).text())
              .startsWith("RTSP/1.0 200");
        }
        own.ask(1, CameraAct.online());
        assertThat(video(client).channel()).isZero();
      }
    }
  }

  @Test
  void aChangedPasswordCountsFromTheNextRequest() throws Exception {
    try (RtspServer own =
        new RtspServer(
            new RtspOptions(0, "camera", "right", Duration.ofMinutes(1)),
            List.of(shortClip()),
            Clock.systemUTC(),
            new Random(4))) {
      own.start();
      own.ask(1, CameraAct.password("camera", "new"));
      try (RtspClient client = new RtspClient(own.port(), 1)) {
        assertThat(client.login("MD5", "right", "DESCRIBE", "").status()).isEqualTo(401);
        assertThat(client.login("MD5", "new", "DESCRIBE", "").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aClientThatReadsNothingDelaysNobody() throws Exception {
    try (RtspClient stalled = playing(1, "0-1");
        RtspClient reader = playing(2, "0-1")) {
      video(reader);
      for (int i = 0; i < 200; i++) {
        video(reader);
      }
      assertThat(stalled).isNotNull();
    }
  }

  @Test
  void garbageEndsTheConnectionOnly() throws Exception {
    try (RtspClient client = new RtspClient(server.port(), 1)) {
      assertThatThrownBy(() -> client.ask("GET / HTTP/1.1\r\n\r\nX", ""))
          .isInstanceOfAny(EOFException.class, SocketException.class);
    }
    try (RtspClient client = new RtspClient(server.port(), 1)) {
      assertThat(client.ask("OPTIONS", "").status()).isEqualTo(200);
    }
  }

  private static RtspClient playing(int camera, String channels) throws Exception {
    RtspClient client = new RtspClient(server.port(), camera);
    String session =
        client
            .login("SHA-256", "right", "SETUP", "/track1", TCP + channels)
            .headers()
            .get("session");
    assertThat(client.login("SHA-256", "right", "PLAY", "", "Session: " + session).status())
        .isEqualTo(200);
    return client;
  }

  private static RtspClient.Packet video(RtspClient client) throws IOException {
    RtspClient.Packet packet = client.packet();
    while (packet.channel() % 2 == 1) {
      packet = client.packet();
    }
    return packet;
  }
}
