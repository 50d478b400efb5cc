package org.lynceus.media.rtsp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server sends a track from over UDP (RFC 2326, 12.39).
 *
 * @param rtp the server's RTP port, 0 when it does not say
 * @param rtcp the server's RTCP port, 0 when it does not say
 * @param source the address it sends from, null when it is the one of the RTSP connection
 */
public record UdpPorts(int rtp, int rtcp, @Nullable String source) {
  private static final Pattern PORTS =
      Pattern.compile("server_port\\s*=\\s*(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?");

  /** A literal address and never a name, which would have to be looked up. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "source\\s*=\\s*\"?((?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!\\D|$)|(?![\\d.]))){4}"
              + "|[0-9A-Fa-f]*:[0-9A-Fa-f:.]{1,40})\"?(?:[;,\\s]|$)");

  /** Reads a Transport header; what is missing or impossible is not known. */
  static UdpPorts parse(@Nullable String header) {
    if (header == null) {
      return new UdpPorts(0, 0, null);
    }
    Matcher ports = PORTS.matcher(header);
    Matcher source = SOURCE.matcher(header);
    int rtp = ports.find() ? port(ports.group(1)) : 0;
    int rtcp = rtp == 0 ? 0 : ports.group(2) == null ? port(rtp + 1) : port(ports.group(2));
    return new UdpPorts(rtp, rtcp, source.find() ? source.group(1) : null);
  }

  private static int port(String text) {
    return port(Integer.parseInt(text));
  }

  private static int port(int port) {
    return port <= 65_535 ? port : 0;
  }
}
