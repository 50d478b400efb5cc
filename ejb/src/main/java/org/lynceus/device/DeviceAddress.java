package org.lynceus.device;

import java.net.URI;
import java.net.URISyntaxException;
import org.lynceus.media.RtspAddress;
import org.lynceus.shared.DomainException;

/** Reads the address a user typed for a device. */
public final class DeviceAddress {
  private DeviceAddress() {}

  /** The address, or a validation problem at {@code /url} that says what is wrong with it. */
  public static URI parse(String text) {
    try {
      URI url = new URI(text.strip());
      RtspAddress.require(url);
      return url;
    } catch (URISyntaxException e) {
      throw DomainException.invalid(
          "/url", "This is not an address; write rtsp://host:port/path without blanks.");
    } catch (IllegalArgumentException e) {
      throw DomainException.invalid("/url", e.getMessage() + ".");
    }
  }
}
