package org.lynceus.simulator.rtsp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digest authentication of RFC 7616 with qop=auth, SHA-256 and MD5 (MD5 is offered last: old
 * clients take the last challenge). A nonce carries its age and a seal, so nothing is kept per
 * client; too old a nonce is answered with {@code stale=true}.
 */
public final class DigestGuard {
  static final String REALM = "Lynceus simulator";
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

  private final LongSupplier nanos;
  private final long lifetime;
  private final String seal;

  public DigestGuard(LongSupplier nanos, Duration nonceLifetime, RandomGenerator random) {
    this.nanos = nanos;
    this.lifetime = nonceLifetime.toNanos();
    this.seal = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
  }

  /** What the guard says of a request. */
  public enum Verdict {
    WELCOME,
    STALE,
    REFUSED
  }

  /** Judges the Authorization header of a request, which is empty when there is none. */
  public Verdict judge(String method, String uri, String header, String user, String password) {
    if (!header.regionMatches(true, 0, "Digest ", 0, 7)) {
      return Verdict.REFUSED;
    }
    Map<String, String> given = parameters(header.substring(7));
    String algorithm = given.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    if (!List.of("MD5", "SHA-256").contains(algorithm)
        || !given.getOrDefault("username", "").equals(user)) {
      return Verdict.REFUSED;
    }
    String nonce = given.getOrDefault("nonce", "");
    int dot = nonce.indexOf('.');
    if (dot < 0
        || !nonce.equals(nonce(nonce.substring(0, dot)))
        || !given.getOrDefault("uri", "").equals(uri)) {
      return Verdict.REFUSED;
    }
    String secret = hash(algorithm, user + ":" + REALM + ":" + password);
    String subject = hash(algorithm, method + ":" + uri);
    String middle =
        given.containsKey("qop")
            ? ":" + given.get("nc") + ":" + given.get("cnonce") + ":" + given.get("qop") + ":"
            : ":";
    String wanted = hash(algorithm, secret + ":" + nonce + middle + subject);
    if (!MessageDigest.isEqual(bytes(wanted), bytes(given.getOrDefault("response", "")))) {
      return Verdict.REFUSED;
    }
    return nanos.getAsLong() - Long.parseLong(nonce.substring(0, dot), 16) > lifetime
        ? Verdict.STALE
        : Verdict.WELCOME;
  }

  /** Values of WWW-Authenticate headers. */
  public List<String> challenges(boolean stale) {
    String nonce = nonce(Long.toHexString(nanos.getAsLong()));
    return List.of(challenge("SHA-256", nonce, stale), challenge("MD5", nonce, stale));
  }

  private static String challenge(String algorithm, String nonce, boolean stale) {
    return "Digest realm=\"%s\", qop=\"auth\", algorithm=%s, nonce=\"%s\"%s"
        .formatted(REALM, algorithm, nonce, stale ? ", stale=true" : "");
  }

  private String nonce(String time) {
    return time + "." + hash("SHA-256", time + seal).substring(0, 24);
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      parameters.put(
          matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return parameters;
  }

  private static String hash(String algorithm, String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
