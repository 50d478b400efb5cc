package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.testing.HostileServer;
import org.lynceus.media.testing.TestCamera;

class RtspProbeTest {
  private static final Duration TIME = Duration.ofSeconds(5);

  private static Fault fault(URI url, Credentials credentials, Duration timeout) {
    try {
      RtspProbe.probe(url, credentials, timeout);
    } catch (ProbeFailedException failed) {
      return failed.fault();
    }
    throw new AssertionError("accepted");
  }

  /** What a probe says of a server that answers anything with these bytes. */
  private static Fault faultOf(String answer, Duration timeout) throws Exception {
    try (HostileServer server = new HostileServer(answer)) {
      return fault(server.url(), null, timeout);
    }
  }

  private static String sdp(String body) {
    return "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void describesACameraWithDigest() throws Exception {
    for (String algorithm : new String[] {"", "MD5", "SHA-256"}) {
      try (TestCamera camera = new TestCamera()) {
        camera.algorithm = algorithm;
        camera.audio = TestCamera.Audio.AAC;
        ProbeResult result =
            RtspProbe.probe(camera.url(), new Credentials("admin", "s3cret"), TIME);
        assertThat(result.server()).isEqualTo("Test Camera 1.0");
        StreamDescription stream = result.stream();
        assertThat(stream.codec()).isEqualTo("H264");
        assertThat(stream.width()).isEqualTo(320);
        assertThat(stream.height()).isEqualTo(240);
        assertThat(stream.profile()).isEqualTo("High");
        assertThat(stream.framesPerSecond()).isEqualTo(125.0);
        assertThat(stream.audio().codec()).isEqualTo("AAC");
        assertThat(stream.audio().sampleRate()).isEqualTo(16_000);
      }
    }
  }

  @Test
  void describesACameraThatKeepsItsParameterSets() throws Exception {
    try (TestCamera camera = new TestCamera()) {
      camera.sprop = false;
      assertThat(RtspProbe.probe(camera.url(), null, TIME).stream().width()).isNull();
    }
  }

  @Test
  void aWrongPasswordIsSaidAndSentOnce() throws Exception {
    try (TestCamera camera = new TestCamera()) {
      camera.algorithm = "MD5";
      Fault wrong = fault(camera.url(), new Credentials("admin", "guess"), TIME);
      assertThat(wrong.code()).isEqualTo(FaultCode.UNAUTHORIZED);
      assertThat(wrong.text()).contains("rejects").doesNotContain("guess");
      assertThat(camera.wrongPasswords.get()).isEqualTo(1);
      Fault none = fault(camera.url(), null, TIME);
      assertThat(none.code()).isEqualTo(FaultCode.UNAUTHORIZED);
      assertThat(none.text()).contains("requires");
    }
  }

  @Test
  void saysWhatAnswersInstead() throws Exception {
    assertThat(faultOf("HTTP/1.1 400 Bad Request\r\n\r\n", TIME).text()).contains("web server");
    assertThat(faultOf("SSH-2.0-x\r\n", TIME).code()).isEqualTo(FaultCode.NOT_RTSP);
    assertThat(faultOf("\0\1\2\3 garbage", TIME).code()).isEqualTo(FaultCode.NOT_RTSP);
    assertThat(faultOf("", Duration.ofMillis(300)).code()).isEqualTo(FaultCode.TIMEOUT);
    assertThat(faultOf("RTSP/1.0 404 Not Found\r\nCSeq: 1\r\n\r\n", TIME).code())
        .isEqualTo(FaultCode.NOT_FOUND);
    assertThat(faultOf("RTSP/1.0 403 Forbidden\r\nCSeq: 1\r\n\r\n", TIME).code())
        .isEqualTo(FaultCode.FORBIDDEN);
    assertThat(faultOf("RTSP/1.0 503 Busy\r\nCSeq: 1\r\n\r\n", TIME).text()).contains("503 Busy");
  }

  @Test
  void saysWhatVideoIsOffered() throws Exception {
    Fault other = faultOf(sdp("v=0\r\nm=video 0 RTP/AVP 98\r\na=rtpmap:98 VP8/90000\r\n"), TIME);
    assertThat(other.code()).isEqualTo(FaultCode.UNSUPPORTED_CODEC);
    assertThat(other.text()).contains("VP8");
    assertThat(faultOf(sdp("v=0\r\nm=audio 0 RTP/AVP 8\r\n"), TIME).code())
        .isEqualTo(FaultCode.NO_VIDEO);
    assertThat(faultOf(sdp("<html></html>"), TIME).code()).isEqualTo(FaultCode.MALFORMED);
  }

  @Test
  void saysThatTheHostOrPortIsWrong() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(fault(URI.create("rtsp://127.0.0.1:" + port + "/x"), null, TIME).code())
        .isEqualTo(FaultCode.REFUSED);
    assertThat(fault(URI.create("rtsp://no-such-host.invalid/x"), null, TIME).code())
        .isIn(FaultCode.UNREACHABLE, FaultCode.TIMEOUT);
  }

  @Test
  void refusesAddressesThatCarrySecretsOrAreNoRtsp() {
    for (String text : new String[] {"http://h/x", "rtsp://u:p@h/x", "rtsp:///x"}) {
      assertThatThrownBy(() -> RtspProbe.probe(URI.create(text), null, TIME))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("u:p");
    }
  }
}
