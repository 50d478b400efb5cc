package org.lynceus.protocols.onvif;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is reached: the address its owner gave. Devices behind address translation name
 * addresses nobody can reach, and some name none at all ({@code http:///onvif/media}), so of every
 * address a device tells, only path and query count; credentials therefore never go to another host
 * than the one they were given for.
 *
 * @param service the device service, for example {@code http://10.0.0.8/onvif/device_service}
 */
public record OnvifAddress(URI service) {
  private static final String PATH = "/onvif/device_service";
  private static final Pattern TOLD =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^#]*)");
  private static final Pattern PORT = Pattern.compile("(?:.*@)?(?:\\[[^\\]]*\\]|[^:]*):(\\d{1,5})");

  /** Requires http or https and a host, refuses credentials; adds the usual path. */
  public OnvifAddress {
    String scheme = String.valueOf(service.getScheme());
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException("An ONVIF address begins with http:// or https://");
    }
    if (service.getHost() == null) {
      throw new IllegalArgumentException("The address names no host");
    }
    if (service.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "User and password belong in their own fields, not in the address");
    }
    if (service.getPort() == 0 || service.getPort() > 65_535) {
      throw new IllegalArgumentException("The port must be 1 to 65535");
    }
    if (service.getRawPath() == null || service.getRawPath().length() <= 1) {
      service = service.resolve(PATH);
    }
  }

  public String host() {
    return service.getHost();
  }

  public boolean secure() {
    return "https".equalsIgnoreCase(service.getScheme());
  }

  /**
   * The address of a service as this side reaches it; throws IllegalArgumentException for nonsense.
   */
  public URI service(String told) {
    Matcher matcher = TOLD.matcher(told.strip());
    String path = matcher.matches() ? matcher.group(3) : told.strip();
    return URI.create(root() + (path.startsWith("/") ? path : "/" + path));
  }

  /** The address of a stream as this side reaches it: our host, the device's port. */
  public URI stream(String told) {
    Matcher matcher = TOLD.matcher(told.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("The device names no address of its stream");
    }
    Matcher port = PORT.matcher(matcher.group(2));
    return URI.create(
        matcher.group(1)
            + "://"
            + service.getHost()
            + (port.matches() ? ":" + port.group(1) : "")
            + matcher.group(3));
  }

  private String root() {
    return service.getScheme() + "://" + service.getRawAuthority();
  }
}
