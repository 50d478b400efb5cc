package org.lynceus.media.rtsp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A digest challenge of RFC 7616 (and RFC 2617, RFC 2069).
 *
 * @param algorithm {@code MD5} or {@code SHA-256}, as the server wrote it; null when it named none
 * @param qop whether {@code auth} is offered
 */
record DigestChallenge(
    String realm,
    String nonce,
    @Nullable String opaque,
    @Nullable String algorithm,
    boolean qop,
    boolean stale) {
  private static final Pattern PARAMETER =
      Pattern.compile(
          "([A-Za-z0-9_-]{1,32})\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]++))");

  /**
   * The strongest challenge of WWW-Authenticate headers that the engine can answer, null when there
   * is none.
   */
  static @Nullable DigestChallenge strongest(List<String> headers) {
    DigestChallenge best = null;
    for (String header : headers) {
      DigestChallenge challenge = parse(header);
      if (challenge != null && (best == null || challenge.sha256())) {
        best = challenge;
      }
    }
    return best;
  }

  /** The value of {@code nextnonce} in an Authentication-Info header, null without one. */
  static @Nullable String nextNonce(@Nullable String header) {
    return header == null ? null : parameters(header).get("nextnonce");
  }

  /** The same challenge with another nonce. */
  DigestChallenge with(String newNonce) {
    return new DigestChallenge(realm, newNonce, opaque, algorithm, qop, false);
  }

  boolean sha256() {
    return algorithm != null && algorithm.toUpperCase(Locale.ROOT).startsWith("SHA-256");
  }

  /** Whether the hash of the password is bound to the session's nonces. */
  boolean session() {
    return algorithm != null && algorithm.toUpperCase(Locale.ROOT).endsWith("-SESS");
  }

  private static @Nullable DigestChallenge parse(String header) {
    String text = header.strip();
    if (!text.regionMatches(true, 0, "Digest", 0, 6)) {
      return null;
    }
    Map<String, String> found = parameters(text.substring(6));
    String nonce = found.get("nonce");
    String algorithm = found.get("algorithm");
    if (nonce == null || !supported(algorithm)) {
      return null;
    }
    String qop = found.getOrDefault("qop", "");
    boolean auth = List.of(qop.toLowerCase(Locale.ROOT).split("[,\\s]+")).contains("auth");
    if (!qop.isEmpty() && !auth) {
      return null;
    }
    return new DigestChallenge(
        found.getOrDefault("realm", ""),
        nonce,
        found.get("opaque"),
        algorithm,
        auth,
        "true".equalsIgnoreCase(found.get("stale")));
  }

  private static boolean supported(@Nullable String algorithm) {
    return algorithm == null
        || List.of("MD5", "MD5-SESS", "SHA-256", "SHA-256-SESS")
            .contains(algorithm.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> found = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      found.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return found;
  }
}
