package org.lynceus.device;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.RtspAddress;
import org.lynceus.shared.DomainException;

/** Reads the address a user typed for a device. */
public final class DeviceAddress {
  private DeviceAddress() {}

  /** The address, or a validation problem at {@code /url} that says what is wrong with it. */
  public static URI parse(String text) {
    return parse(text, "/url");
  }

  /** The address of a smaller stream of the camera at an address; null and empty: there is none. */
  public static @Nullable URI parseSub(@Nullable String text, URI main) {
    if (text == null || text.isBlank()) {
      return null;
    }
    URI url = parse(text, "/subUrl");
    if (!url.getHost().equalsIgnoreCase(main.getHost())) {
      throw DomainException.invalid("/subUrl", "The sub stream must be on the same camera.");
    }
    return url;
  }

  /** A fingerprint; null and empty: none. */
  public static @Nullable CertificateFingerprint certificate(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : new CertificateFingerprint(text);
    } catch (IllegalArgumentException e) {
      throw DomainException.invalid("/certificate", e.getMessage() + ".");
    }
  }

  private static URI parse(String text, String pointer) {
    try {
      URI url = new URI(text.strip());
      RtspAddress.require(url);
      return url;
    } catch (URISyntaxException e) {
      throw DomainException.invalid(
          pointer, "This is not an address; write rtsp://host:port/path without blanks.");
    } catch (IllegalArgumentException e) {
      throw DomainException.invalid(pointer, e.getMessage() + ".");
    }
  }
}
