package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;
import org.lynceus.media.rtsp.ProbeFailedException;
import org.lynceus.media.rtsp.RtspProbe;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.TestCamera;
import org.lynceus.media.testing.TestCertificates;

/** RTSPS, and redirections. */
class SecureConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Credentials ADMIN = new Credentials("admin", "s3cret");
  @TempDir Path directory;
  private TestCertificates certificates;

  @BeforeEach
  void makeCertificate() throws Exception {
    certificates = new TestCertificates(directory);
  }

  private EngineBench secure() throws Exception {
    return new EngineBench(
        directory,
        EngineBench.options(Duration.ofSeconds(1)),
        new TestCamera(certificates.sockets()));
  }

  private static void put(EngineBench bench, Credentials credentials, CertificateFingerprint pin) {
    bench.engine.put(
        new StreamSource(bench.key, bench.camera.url(), credentials, StreamTransport.AUTO, pin));
  }

  @Test
  void aPinnedCertificateIsTrustedAndMediaFlows() throws Exception {
    try (EngineBench bench = secure()) {
      bench.camera.algorithm = "Basic";
      bench.camera.audio = TestCamera.Audio.AAC;
      put(bench, ADMIN, certificates.fingerprint());
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until("300 frames", () -> bench.status().counters().framesIn() > 300);
      assertThat(bench.camera.plays.get()).isPositive();
      assertThat(bench.camera.wrongPasswords.get()).isZero();
      assertThat(
              RtspProbe.probe(bench.camera.url(), ADMIN, certificates.fingerprint(), PATIENCE)
                  .stream()
                  .codec())
          .isEqualTo("H264");
    }
  }

  private static boolean refused(EngineBench bench) {
    Fault fault = bench.status().fault();
    return fault != null && fault.code() == FaultCode.TLS_UNTRUSTED;
  }

  @Test
  void anUnknownCertificateIsRefusedByItsFingerprint() throws Exception {
    try (EngineBench bench = secure()) {
      put(bench, ADMIN, null);
      // The first try may end by its second of patience: TLS is set up for the first time.
      Eventually.until("the certificate to be refused", () -> refused(bench));
      assertThat(bench.status().fault().text()).contains(certificates.fingerprint().hex());
      put(bench, ADMIN, new CertificateFingerprint("00".repeat(32)));
      Eventually.until(
          "another text", () -> bench.status().fault().text().contains("another certificate"));
      ProbeFailedException refused =
          catchThrowableOfType(
              ProbeFailedException.class,
              () -> RtspProbe.probe(bench.camera.url(), ADMIN, PATIENCE));
      assertThat(refused.fault().code()).isEqualTo(FaultCode.TLS_UNTRUSTED);
      assertThat(refused.fault().text()).contains(certificates.fingerprint().hex());
      assertThat(bench.camera.authorizations).isEmpty();
    }
  }

  @Test
  void aPasswordIsNeverSentInTheClear() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.algorithm = "Basic";
      bench.put(ADMIN);
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isEqualTo(FaultCode.UNAUTHORIZED);
      assertThat(bench.status().fault().text()).contains("only Basic");
      assertThat(bench.camera.authorizations).allMatch(String::isEmpty);
    }
  }

  @Test
  void aPortWithoutTlsIsNamed() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      String url = bench.camera.url().toString().replace("rtsp:", "rtsps:");
      bench.engine.put(new StreamSource(bench.key, java.net.URI.create(url), null));
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isIn(FaultCode.NOT_RTSP, FaultCode.TIMEOUT);
    }
  }

  @Test
  void aRedirectionIsFollowedOnTheSameHostWithThePassword() throws Exception {
    try (EngineBench bench = new EngineBench(directory);
        TestCamera other = new TestCamera()) {
      other.algorithm = "MD5";
      bench.camera.redirect = other.url().toString();
      bench.put(ADMIN);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      assertThat(other.plays.get()).isPositive();
      assertThat(bench.camera.plays.get()).isZero();
      assertThat(RtspProbe.probe(bench.camera.url(), ADMIN, PATIENCE).stream().codec())
          .isEqualTo("H264");
    }
  }

  @Test
  void aPasswordIsNotSentToAnotherHost() throws Exception {
    try (EngineBench bench = new EngineBench(directory);
        TestCamera other = new TestCamera()) {
      other.algorithm = "MD5";
      bench.camera.redirect = other.url().toString().replace("127.0.0.1", "localhost");
      bench.put(ADMIN);
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isEqualTo(FaultCode.UNAUTHORIZED);
      assertThat(bench.status().fault().text()).contains("another host");
      assertThat(other.authorizations).isNotEmpty().allMatch(String::isEmpty);
    }
  }

  @Test
  void redirectionsEnd() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      for (String to : List.of(bench.camera.url().toString(), "http://127.0.0.1/x", "::")) {
        bench.camera.redirect = to;
        ProbeFailedException refused =
            catchThrowableOfType(
                ProbeFailedException.class,
                () -> RtspProbe.probe(bench.camera.url(), ADMIN, PATIENCE));
        assertThat(refused.fault().code()).isIn(FaultCode.NOT_FOUND, FaultCode.MALFORMED);
      }
      bench.camera.redirect = bench.camera.url().toString();
      bench.put(null);
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().text()).contains("without an end");
    }
  }
}
