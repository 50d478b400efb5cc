package org.lynceus.media.rtsp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lynceus.media.Credentials;

/**
 * Calculates Authorization headers for a digest challenge (RFC 7616, 3.4), with MD5 or SHA-256 and
 * qop=auth.
 */
final class DigestAnswer {
  private final DigestChallenge challenge;
  private final Credentials credentials;
  private final String clientNonce;
  private int count;

  /** An answer to one challenge; the client nonce must be fresh. */
  DigestAnswer(DigestChallenge challenge, Credentials credentials, String clientNonce) {
    this.challenge = challenge;
    this.credentials = credentials;
    this.clientNonce = clientNonce;
  }

  /** The same with another nonce of the server (RFC 7616, 3.5). */
  DigestAnswer next(String nonce) {
    return new DigestAnswer(challenge.with(nonce), credentials, clientNonce);
  }

  DigestChallenge challenge() {
    return challenge;
  }

  /** The header value for the next request. */
  String header(String method, String uri) {
    String nonceCount = String.format("%08x", ++count);
    String secret =
        hash(credentials.user() + ":" + challenge.realm() + ":" + credentials.password());
    if (challenge.session()) {
      secret = hash(secret + ":" + challenge.nonce() + ":" + clientNonce);
    }
    String what = hash(method + ":" + uri);
    String middle =
        challenge.qop()
            ? challenge.nonce() + ":" + nonceCount + ":" + clientNonce + ":auth"
            : challenge.nonce();
    StringBuilder header = new StringBuilder("Digest ");
    quoted(header, "username", credentials.user());
    quoted(header.append(", "), "realm", challenge.realm());
    quoted(header.append(", "), "nonce", challenge.nonce());
    quoted(header.append(", "), "uri", uri);
    quoted(header.append(", "), "response", hash(secret + ":" + middle + ":" + what));
    if (challenge.algorithm() != null) {
      header.append(", algorithm=").append(challenge.algorithm());
    }
    if (challenge.qop()) {
      header.append(", qop=auth, nc=").append(nonceCount);
    }
    if (challenge.qop() || challenge.session()) {
      quoted(header.append(", "), "cnonce", clientNonce);
    }
    if (challenge.opaque() != null) {
      quoted(header.append(", "), "opaque", challenge.opaque());
    }
    return header.toString();
  }

  private static void quoted(StringBuilder out, String name, String value) {
    out.append(name).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c < ' ' ? '?' : c);
    }
    out.append('"');
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(challenge.sha256() ? "SHA-256" : "MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the Java runtime lacks a required digest", missing);
    }
  }
}
