package org.lynceus.media;

import java.util.Locale;

/**
 * The SHA-256 of a camera's certificate (its DER form), by which a certificate that no authority
 * vouches for can be trusted. Written as 64 lower-case hexadecimal digits; read with colons, blanks
 * and upper case, too.
 */
public record CertificateFingerprint(String hex) {
  /** Throws {@link IllegalArgumentException} when the text is no SHA-256. */
  public CertificateFingerprint {
    hex = hex.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
