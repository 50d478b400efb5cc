package org.lynceus.media.rtsp;

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
 * when the camera calls the old one stale.
 */
final class Authenticator {
  private final @Nullable Credentials credentials;
  private final RandomGenerator random;
  private @Nullable DigestAnswer answer;
  private boolean accepted;
  private boolean answeredThisRequest;

  Authenticator(@Nullable Credentials credentials, RandomGenerator random) {
    this.credentials = credentials;
    this.random = random;
  }

  /** The Authorization header of a new request, null before any challenge. */
  @Nullable String header(String method, String uri) {
    return answer == null ? null : answer.header(method, uri);
  }

  /** A request was answered with something else than 401. */
  void accepted() {
    accepted = answer != null;
    answeredThisRequest = false;
  }

  /** Takes the challenges of a 401; afterwards the request must be sent again. */
  void challenged(List<String> headers) throws FaultException {
    if (credentials == null) {
      throw unauthorized("The camera requires a user name and password");
    }
    DigestChallenge challenge = DigestChallenge.strongest(headers);
    if (challenge == null) {
      throw unauthorized(refusal(headers));
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

  private boolean firstStale() {
    return answer != null && !answer.challenge().stale();
  }

  private static String refusal(List<String> headers) {
    boolean basic =
        headers.stream().anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("basic"));
    return basic
        ? "The camera accepts only Basic authentication, which would send the password in the clear;"
            + " switch the camera to digest authentication"
        : "The camera asks for a kind of authentication that is not supported; switch it to digest";
  }

  private static FaultException unauthorized(String text) {
    return new FaultException(FaultCode.UNAUTHORIZED, text);
  }
}
