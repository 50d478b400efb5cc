package org.lynceus.simulator.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Checks WS-Security tokens as strict cameras do: the digest, a window of five seconds around the
 * camera's own clock, and no nonce twice.
 */
final class TokenGuard {
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final int REMEMBERED = 10_000;
  private final Set<String> nonces = new LinkedHashSet<>();

  synchronized boolean accepts(SoapRequest request, String user, String password, Instant now) {
    String nonce = request.header("Nonce");
    String created = request.header("Created");
    if (!request.header("Username").equals(user) || nonce.isEmpty()) {
      return false;
    }
    try {
      boolean inTime = Duration.between(now, Instant.parse(created)).abs().compareTo(WINDOW) <= 0;
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(Base64.getDecoder().decode(nonce));
      sha1.update(created.getBytes(StandardCharsets.UTF_8));
      byte[] wanted = sha1.digest(password.getBytes(StandardCharsets.UTF_8));
      byte[] given = Base64.getDecoder().decode(request.header("Password"));
      return inTime && MessageDigest.isEqual(wanted, given) && fresh(nonce);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      return false;
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the Java runtime lacks a required digest", missing);
    }
  }

  private boolean fresh(String nonce) {
    if (nonces.size() >= REMEMBERED) {
      nonces.remove(nonces.iterator().next());
    }
    return nonces.add(nonce);
  }
}
