package org.lynceus.media.rtsp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/** Reads the channels a server chose for interleaved packets (RFC 2326, 12.39). */
final class TransportHeader {
  private static final Pattern CHANNEL = Pattern.compile("interleaved\\s*=\\s*(\\d{1,3})");

  private TransportHeader() {}

  /** The RTP channel; what was asked for when the server does not say. */
  static int channel(@Nullable String header, int asked) throws FaultException {
    if (header == null) {
      return asked;
    }
    Matcher matcher = CHANNEL.matcher(header);
    if (!matcher.find()) {
      return asked;
    }
    int channel = Integer.parseInt(matcher.group(1));
    if (channel > 254) {
      throw new FaultException(FaultCode.MALFORMED, "The camera chooses an impossible channel");
    }
    return channel;
  }
}
