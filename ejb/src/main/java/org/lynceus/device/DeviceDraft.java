package org.lynceus.device;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * What a user wants to add, checked: a name, an address and the credentials, if any.
 *
 * @param name 1 to 100 characters
 * @param subUrl on the same host
 * @param certificate what an rtsps camera must show
 */
public record DeviceDraft(
    String name,
    URI url,
    @Nullable URI subUrl,
    @Nullable CertificateFingerprint certificate,
    @Nullable Credentials credentials) {
  private static final int LONGEST_USER = 100;
  private static final int LONGEST_PASSWORD = 200;

  /** A device that dials in is asked for nothing else than its password. */
  public DeviceDraft {
    if (RegistrationAddress.is(url) && credentials == null) {
      throw DomainException.invalid(
          "/username", "A device that dials in needs a user and a password.");
    }
  }

  public static DeviceDraft of(
      String name,
      String url,
      @Nullable String subUrl,
      @Nullable String certificate,
      @Nullable String username,
      @Nullable String password) {
    URI main = DeviceAddress.parse(url);
    return new DeviceDraft(
        Limits.name(name),
        main,
        DeviceAddress.parseSub(subUrl, main),
        DeviceAddress.certificate(certificate),
        credentials(username, password));
  }

  /** Both or none; an empty user name means none. */
  public static @Nullable Credentials credentials(
      @Nullable String username, @Nullable String password) {
    if (username == null || username.isEmpty()) {
      if (password != null && !password.isEmpty()) {
        throw DomainException.invalid("/username", "A password needs a user name.");
      }
      return null;
    }
    if (username.length() > LONGEST_USER || username.chars().anyMatch(Character::isISOControl)) {
      throw DomainException.invalid("/username", "The user name has at most 100 characters.");
    }
    String secret = password == null ? "" : password;
    if (secret.length() > LONGEST_PASSWORD || secret.chars().anyMatch(Character::isISOControl)) {
      throw DomainException.invalid("/password", "The password has at most 200 characters.");
    }
    return new Credentials(username, secret);
  }
}
