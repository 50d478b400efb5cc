package org.lynceus.protocols.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.lynceus.media.Credentials;
import org.lynceus.protocols.xml.XmlText;

/**
 * The WS-Security header of ONVIF Core 5.9.4: Base64(SHA-1(nonce + created + password)). Without
 * mustUnderstand, which some servers fault on.
 */
public final class UsernameToken {
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  private static final String PROFILE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
  private static final String ENCODING =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

  private UsernameToken() {}

  /**
   * The header.
   *
   * @param created the time on the device's clock
   * @param nonce 16 bytes never used before
   */
  static String header(Credentials credentials, Instant created, byte[] nonce) {
    String time = created.truncatedTo(ChronoUnit.MILLIS).toString();
    return "<wsse:Security xmlns:wsse=\""
        + WSSE
        + "\" xmlns:wsu=\""
        + WSU
        + "\"><wsse:UsernameToken><wsse:Username>"
        + XmlText.escape(credentials.user())
        + "</wsse:Username><wsse:Password Type=\""
        + PROFILE
        + "\">"
        + digest(nonce, time, credentials.password())
        + "</wsse:Password><wsse:Nonce EncodingType=\""
        + ENCODING
        + "\">"
        + Base64.getEncoder().encodeToString(nonce)
        + "</wsse:Nonce><wsu:Created>"
        + time
        + "</wsu:Created></wsse:UsernameToken></wsse:Security>";
  }

  /** Base64 of the SHA-1; both sides calculate it. */
  public static String digest(byte[] nonce, String created, String password) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(StandardCharsets.UTF_8));
      sha1.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha1.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the Java runtime lacks a required digest", missing);
    }
  }
}
