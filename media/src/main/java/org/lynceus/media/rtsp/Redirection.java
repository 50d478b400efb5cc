package org.lynceus.media.rtsp;

import java.net.URI;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.StreamSource;

/**
 * The rules for following a camera to another address: at most three times in a row, and with the
 * password only to the same host and never from TLS into the clear.
 */
public final class Redirection {
  private static final int MOST = 3;

  private Redirection() {}

  /**
   * The source to try next.
   *
   * @param source the one that was asked for at first
   * @param count how many redirections there were, with this one
   */
  public static StreamSource follow(StreamSource source, URI to, int count) throws FaultException {
    if (count > MOST) {
      throw new FaultException(
          FaultCode.NOT_FOUND, "The camera redirects from one address to the next without an end");
    }
    try {
      RtspAddress.require(to);
    } catch (IllegalArgumentException unusable) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera redirects to an address that cannot be used");
    }
    boolean sameHost = RtspAddress.host(to).equalsIgnoreCase(RtspAddress.host(source.url()));
    boolean asSafe = RtspAddress.secure(to) || !RtspAddress.secure(source.url());
    return new StreamSource(
        source.key(),
        to,
        sameHost && asSafe ? source.credentials() : null,
        source.transport(),
        source.trusted());
  }

  /**
   * The fault of an address that was reached by redirection.
   *
   * @param withheld whether there is a password that was not sent there
   */
  public static Fault explained(Fault fault, boolean withheld) {
    String text =
        withheld && fault.code() == FaultCode.UNAUTHORIZED
            ? "The camera redirects to another host that asks for a password; a password is sent"
                + " only to the same host: give that address"
            : fault.text() + " (at the address the camera redirects to)";
    return new Fault(fault.code(), text);
  }
}
