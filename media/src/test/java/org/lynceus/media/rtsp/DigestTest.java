package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultException;

class DigestTest {
  private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");

  private static DigestChallenge challenge(String... headers) {
    return DigestChallenge.strongest(List.of(headers));
  }

  @Test
  void answersTheMd5ExampleOfRfc7616() {
    DigestChallenge challenge =
        challenge(
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=MD5,"
                + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    DigestAnswer answer =
        new DigestAnswer(challenge, MUFASA, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    assertThat(answer.header("GET", "/dir/index.html"))
        .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"")
        .contains("nc=00000001")
        .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @Test
  void answersTheSha256ExampleOfRfc7616AndPrefersIt() {
    String common =
        " realm=\"http-auth@example.org\", qop=\"auth, auth-int\","
            + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", algorithm=";
    DigestChallenge challenge =
        challenge("Digest" + common + "MD5", "Digest" + common + "SHA-256", "Basic realm=\"x\"");
    DigestAnswer answer =
        new DigestAnswer(challenge, MUFASA, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    assertThat(answer.header("GET", "/dir/index.html"))
        .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
  }

  @Test
  void answersTheExampleOfRfc2617() {
    DigestChallenge challenge =
        challenge(
            "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
    DigestAnswer answer =
        new DigestAnswer(challenge, new Credentials("Mufasa", "Circle Of Life"), "0a4f113b");
    assertThat(answer.header("GET", "/dir/index.html"))
        .contains("response=\"6629fae49393a05397450978507c4ef1\"")
        .doesNotContain("algorithm");
  }

  @Test
  void answersOldServersWithoutQop() {
    DigestChallenge challenge = challenge("Digest realm=\"IP Camera(12345)\", nonce=\"abc\"");
    String header =
        new DigestAnswer(challenge, new Credentials("admin", "12345"), "x")
            .header("DESCRIBE", "rtsp://192.0.2.1/Streaming/Channels/101");
    assertThat(header)
        .doesNotContain("qop")
        .doesNotContain("cnonce")
        .contains("response=\"" + md5Legacy() + "\"");
  }

  private static String md5Legacy() {
    return md5(
        md5("admin:IP Camera(12345):12345")
            + ":abc:"
            + md5("DESCRIBE:rtsp://192.0.2.1/Streaming/Channels/101"));
  }

  private static String md5(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("MD5")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRejectedPasswordIsNotSentTwice() throws Exception {
    Authenticator authenticator = new Authenticator(MUFASA, false, new Random(1));
    authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"1\""));
    assertThat(authenticator.header("DESCRIBE", "x")).contains("nonce=\"1\"");
    assertThatThrownBy(() -> authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"2\"")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("rejects");
  }

  @Test
  void aStaleNonceIsAnsweredAnewOnce() throws Exception {
    Authenticator authenticator = new Authenticator(MUFASA, false, new Random(1));
    authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"1\""));
    authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"2\", stale=TRUE"));
    assertThat(authenticator.header("DESCRIBE", "x")).contains("nonce=\"2\"");
    assertThatThrownBy(
            () -> authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"3\", stale=true")))
        .isInstanceOf(FaultException.class);
  }

  @Test
  void aNewNonceAfterSuccessIsAnswered() throws Exception {
    Authenticator authenticator = new Authenticator(MUFASA, false, new Random(1));
    authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"1\""));
    authenticator.accepted(null);
    authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"2\""));
    assertThat(authenticator.header("SETUP", "x")).contains("nonce=\"2\"");
  }

  @Test
  void theNextNonceIsUsedWithoutBeingAskedFor() throws Exception {
    Authenticator authenticator = new Authenticator(MUFASA, false, new Random(1));
    authenticator.challenged(List.of("Digest realm=\"r\", nonce=\"1\", qop=\"auth\""));
    assertThat(authenticator.header("DESCRIBE", "x")).contains("nc=00000001");
    authenticator.accepted("qop=auth, nextnonce=\"7\", rspauth=\"x\"");
    assertThat(authenticator.header("SETUP", "x")).contains("nonce=\"7\"", "nc=00000001");
    assertThat(DigestChallenge.nextNonce(null)).isNull();
    assertThat(DigestChallenge.nextNonce("qop=auth")).isNull();
  }

  @Test
  void basicIsAnsweredOnceAndOnlyThroughTls() throws Exception {
    Authenticator authenticator = new Authenticator(MUFASA, true, new Random(1));
    authenticator.challenged(List.of("Basic realm=\"r\""));
    assertThat(authenticator.header("DESCRIBE", "x")).startsWith("Basic ");
    assertThatThrownBy(() -> authenticator.challenged(List.of("Basic realm=\"r\"")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("rejects");
    Authenticator careful = new Authenticator(MUFASA, true, new Random(1));
    careful.challenged(List.of("Basic realm=\"r\"", "Digest realm=\"r\", nonce=\"1\""));
    assertThat(careful.header("DESCRIBE", "x")).startsWith("Digest ");
  }

  @Test
  void basicAloneIsRefusedBecauseItShowsThePassword() {
    Authenticator authenticator = new Authenticator(MUFASA, false, new Random(1));
    assertThatThrownBy(() -> authenticator.challenged(List.of("Basic realm=\"r\"")))
        .hasMessageContaining("in the clear");
    assertThat(authenticator.header("DESCRIBE", "x")).isNull();
  }

  @Test
  void quotesInUserNamesAreEscaped() {
    DigestChallenge challenge = challenge("Digest realm=\"a\\\"b\", nonce=\"1\"");
    assertThat(challenge.realm()).isEqualTo("a\"b");
    assertThat(new DigestAnswer(challenge, new Credentials("x\"y", "p"), "c").header("A", "u"))
        .contains("username=\"x\\\"y\"")
        .contains("realm=\"a\\\"b\"");
  }
}
