package org.lynceus.media.rtsp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/** Turns refusals of servers and errors of sockets into faults that a person can act on. */
public final class RtspFaults {
  private RtspFaults() {}

  static void requireSuccess(String method, RtspMessage message) throws FaultException {
    int status = message.status();
    if (status < 300) {
      return;
    }
    throw switch (status) {
      case 403 ->
          new FaultException(
              FaultCode.FORBIDDEN, "The camera does not allow this user to see the stream");
      case 404 ->
          new FaultException(
              FaultCode.NOT_FOUND, "The camera has no stream at this path; check the address");
      case 301, 302, 303, 305, 307 ->
          new FaultException(
              FaultCode.NOT_FOUND, "The camera redirects to another address; use that one");
      case 461 ->
          new FaultException(
              FaultCode.UNSUPPORTED_CODEC,
              method.endsWith("UDP")
                  ? "The camera does not send its stream over UDP"
                  : "The camera does not send its stream over TCP");
      case 453, 500, 503 ->
          new FaultException(
              FaultCode.REFUSED,
              "The camera refuses the session ("
                  + message.statusText()
                  + "); it may have reached its number of connections");
      default ->
          new FaultException(
              FaultCode.REFUSED, "The camera answers " + method + " with " + message.statusText());
    };
  }

  /** The fault of a failed name resolution, connect, read or write. */
  public static Fault of(IOException error, int port) {
    if (error instanceof UnknownHostException) {
      return new Fault(FaultCode.UNREACHABLE, "The host name does not resolve to an address");
    }
    if (error instanceof SocketTimeoutException) {
      return new Fault(FaultCode.TIMEOUT, "The host does not answer");
    }
    String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("refused")) {
      return new Fault(FaultCode.REFUSED, "The host answers, but nothing listens at port " + port);
    }
    if (error instanceof NoRouteToHostException
        || error instanceof ConnectException
        || text.contains("unreachable")
        || text.contains("no route")) {
      return new Fault(FaultCode.UNREACHABLE, "No network route leads to the host");
    }
    if (text.contains("timed out")) {
      return new Fault(FaultCode.TIMEOUT, "The host does not answer");
    }
    return new Fault(FaultCode.CLOSED, "The connection to the camera broke");
  }
}
