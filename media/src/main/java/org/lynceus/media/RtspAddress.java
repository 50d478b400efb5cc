package org.lynceus.media;

import java.net.URI;

/**
 * The rules for an RTSP address and its default port; the texts of its refusals never repeat the
 * address.
 */
public final class RtspAddress {
  private static final int DEFAULT_PORT = 554;
  private static final int DEFAULT_TLS_PORT = 322;
  private static final int LONGEST = 2048;

  private RtspAddress() {}

  /**
   * Throws {@link IllegalArgumentException} with a sentence for a person when the engine cannot use
   * the address.
   */
  public static void require(URI url) {
    if (!"rtsp".equalsIgnoreCase(url.getScheme()) && !secure(url)) {
      throw new IllegalArgumentException("The address must begin with rtsp:// or rtsps://");
    }
    if (url.getHost() == null || url.getHost().isEmpty()) {
      throw new IllegalArgumentException("The address has no host");
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address must not contain a user name or password; give them separately");
    }
    if (url.getPort() == 0 || url.getPort() > 65535) {
      throw new IllegalArgumentException("The port must be between 1 and 65535");
    }
    if (url.toString().length() > LONGEST) {
      throw new IllegalArgumentException("The address is longer than 2048 characters");
    }
  }

  /** Whether the address asks for RTSP over TLS. */
  public static boolean secure(URI url) {
    return "rtsps".equalsIgnoreCase(url.getScheme());
  }

  /** The port of the address; 554, or 322 over TLS, when it names none. */
  public static int port(URI url) {
    int usual = secure(url) ? DEFAULT_TLS_PORT : DEFAULT_PORT;
    return url.getPort() < 0 ? usual : url.getPort();
  }

  /** The host without the brackets of an IPv6 literal. */
  public static String host(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
