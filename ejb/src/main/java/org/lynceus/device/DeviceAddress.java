package org.lynceus.device;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.RtspAddress;
import org.lynceus.protocols.onvif.OnvifAddress;
import org.lynceus.shared.DomainException;

/** Reads the address a user typed for a device. */
public final class DeviceAddress {
  private DeviceAddress() {}

  /**
   * The address of an RTSP stream, of an ONVIF device (with the usual path when it has none) or of
   * a device that dials in, or a validation problem at {@code /url} that says what is wrong with
   * it.
   */
  public static URI parse(String text) {
    URI url = read(text, "/url");
    if (RegistrationAddress.is(url)) {
      return RegistrationAddress.of(url).url();
    }
    try {
      if (onvif(url)) {
        return new OnvifAddress(url).service();
      }
      RtspAddress.require(url);
      return url;
    } catch (IllegalArgumentException e) {
      throw DomainException.invalid("/url", e.getMessage() + ".");
    }
  }

  /** Whether the device speaks ONVIF: its address is one of HTTP. */
  public static boolean onvif(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
  }

  /** Whether the device is one RTSP stream, which speaks for it. */
  public static boolean oneStream(URI url) {
    return !onvif(url) && !RegistrationAddress.is(url);
  }

  /** Whether two addresses lead to the same party: the same host, or the same registration id. */
  public static boolean sameParty(URI one, URI other) {
    if (RegistrationAddress.is(one) || RegistrationAddress.is(other)) {
      return RegistrationAddress.is(one)
          && RegistrationAddress.is(other)
          && RegistrationAddress.of(one).id().equals(RegistrationAddress.of(other).id());
    }
    return one.getHost().equalsIgnoreCase(other.getHost());
  }

  /** The address of a smaller stream of the camera at an address; null and empty: there is none. */
  public static @Nullable URI parseSub(@Nullable String text, URI main) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (onvif(main) || RegistrationAddress.is(main)) {
      throw DomainException.invalid("/subUrl", "This device names its sub streams itself.");
    }
    URI url = read(text, "/subUrl");
    try {
      RtspAddress.require(url);
    } catch (IllegalArgumentException e) {
      throw DomainException.invalid("/subUrl", e.getMessage() + ".");
    }
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

  private static URI read(String text, String pointer) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw DomainException.invalid(
          pointer,
          "This is not an address; write rtsp://host:port/path, or http://host for ONVIF, without"
              + " blanks.");
    }
  }
}
