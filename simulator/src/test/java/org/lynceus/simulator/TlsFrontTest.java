package org.lynceus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.rtsp.RtspOptions;
import org.lynceus.simulator.rtsp.RtspServer;

class TlsFrontTest {
  @Test
  void camerasAnswerThroughTlsWithTheCertificateThatIsTold() throws Exception {
    RtspOptions options = new RtspOptions(0, "camera", null, Duration.ofMinutes(1));
    try (RtspServer cameras =
            new RtspServer(options, List.of(Clip.small()), Clock.systemUTC(), new Random(1));
        TlsFront front = new TlsFront(0, cameras.port(), "a store password")) {
      cameras.start();
      front.start();
      String[] shown = new String[1];
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Curious(shown)}, null);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", front.port())) {
        String url = "rtsps://127.0.0.1:" + front.port() + "/camera/1";
        socket
            .getOutputStream()
            .write(("DESCRIBE " + url + " RTSP/1.0\r\nCSeq: 1\r\n\r\n").getBytes());
        byte[] answer = socket.getInputStream().readNBytes(200);
        assertThat(new String(answer, StandardCharsets.UTF_8))
            .startsWith("RTSP/1.0 200 OK")
            .contains("Content-Base: rtsps://");
      }
      assertThat(front.fingerprint()).isEqualTo(shown[0]);
    }
  }

  /** Trusts everybody and remembers whom. */
  private record Curious(String[] shown) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        shown[0] = HexFormat.of().formatHex(digest.digest(chain[0].getEncoded()));
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
