package org.lynceus.media.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/**
 * Decides how to answer 401. A password that the camera rejected is not sent again in the same
 * connection; a new nonce is answered once per request after the password was accepted before, or
 * when the camera calls the old one stale. Basic is answered only over TLS.
 */
public final class Authenticator {
  private final @Nullable Credentials credentials;
  private final boolean secure;
  private final RandomGenerator random;
  private @Nullable DigestAnswer answer;
  private @Nullable String basic;
  private boolean accepted;
  private boolean answeredThisRequest;

  /**
   * Without credentials, every challenge is a refusal; {@code secure}: the connection is encrypted.
   */
  public Authenticator(@Nullable Credentials credentials, boolean secure, RandomGenerator random) {
    this.credentials = credentials;
    this.secure = secure;
    this.random = random;
  }

  /** The Authorization header of a new request, null before any challenge. */
  public @Nullable String header(String method, String uri) {
    return answer == null ? basic : answer.header(method, uri);
  }

  /**
   * A request was answered with something else than 401.
   *
   * @param authenticationInfo the header of this name, null without one; it may name the nonce to
   *     use from now on
   */
  public void accepted(@Nullable String authenticationInfo) {
    String nextNonce = DigestChallenge.nextNonce(authenticationInfo);
    accepted = answer != null || basic != null;
    if (answer != null && nextNonce != null) {
      answer = answer.next(nextNonce);
    }
    answeredThisRequest = false;
  }

  /** Takes the challenges of a 401; afterwards the request must be sent again. */
  public void challenged(List<String> headers) throws FaultException {
    if (credentials == null) {
      throw unauthorized("The camera requires a user name and password");
    }
    DigestChallenge challenge = DigestChallenge.strongest(headers);
    if (challenge == null) {
      basic(headers, credentials);
      return;
    }
    boolean rejected = answer != null && !accepted && !challenge.stale();
    if (rejected || answeredThisRequest && !(challenge.stale() && firstStale())) {
      throw unauthorized("The camera rejects the user name or password");
    }
    answeredThisRequest = true;
    byte[] nonce = new byte[12];
    random.nextBytes(nonce);
    answer = new DigestAnswer(challenge, credentials, HexFormat.of().formatHex(nonce));
  }

  /** Sends the password itself, once, and only where nobody can read it on the way. */
  private void basic(List<String> headers, Credentials known) throws FaultException {
    if (!secure || !offersBasic(headers)) {
      throw unauthorized(refusal(headers));
    }
    if (basic != null) {
      throw unauthorized("The camera rejects the user name or password");
    }
    String pair = known.user() + ":" + known.password();
    basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean offersBasic(List<String> headers) {
    return headers.stream().anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("basic"));
  }

  private boolean firstStale() {
    return answer != null && !answer.challenge().stale();
  }

  private static String refusal(List<String> headers) {
    return offersBasic(headers)
        ? "The camera accepts only Basic authentication, which would send the password in the clear;"
            + " switch the camera to digest authentication"
        : "The camera asks for a kind of authentication that is not supported; switch it to digest";
  }

  private static FaultException unauthorized(String text) {
    return new FaultException(FaultCode.UNAUTHORIZED, text);
  }
}
