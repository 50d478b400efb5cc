package org.lynceus.protocols.onvif;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.rtsp.CameraTrust;

/** Says what an I/O failure of HTTP means to the person who typed the address. */
final class ConnectFaults {
  private ConnectFaults() {}

  static OnvifException of(Throwable failure, OnvifAddress address, CameraTrust trust) {
    if (!caused(failure, IOException.class)) {
      throw new IllegalStateException("a request failed with what is no I/O failure", failure);
    }
    int port = address.service().getPort();
    int shown = port > 0 ? port : address.secure() ? 443 : 80;
    if (caused(failure, SSLException.class)) {
      Fault fault = trust.fault();
      return fault.code() == FaultCode.TLS_UNTRUSTED
          ? new OnvifException(fault.code(), fault.text(), failure)
          : new OnvifException(
              FaultCode.NOT_ONVIF,
              "No TLS connection is possible at port " + shown + "; check the port, or use http://",
              failure);
    }
    if (caused(failure, LimitedBody.TooLongException.class)) {
      return new OnvifException(
          FaultCode.MALFORMED,
          "The device's answer is longer than 1 MiB and was cut off.",
          failure);
    }
    if (caused(failure, HttpConnectTimeoutException.class)
        || caused(failure, NoRouteToHostException.class)) {
      return new OnvifException(
          FaultCode.UNREACHABLE,
          "The host does not answer; check the address and the network.",
          failure);
    }
    if (caused(failure, HttpTimeoutException.class)) {
      return new OnvifException(
          FaultCode.TIMEOUT, "The device took the connection and did not answer in time.", failure);
    }
    if (caused(failure, UnresolvedAddressException.class)
        || caused(failure, UnknownHostException.class)) {
      return new OnvifException(
          FaultCode.UNREACHABLE, "The host name is not known to this network.", failure);
    }
    if (caused(failure, ConnectException.class)) {
      return new OnvifException(
          FaultCode.REFUSED,
          "The host answers, but nothing listens on port " + shown + ".",
          failure);
    }
    return new OnvifException(
        FaultCode.NOT_ONVIF,
        "What answers at port " + shown + " ended the connection or does not speak HTTP.",
        failure);
  }

  private static boolean caused(@Nullable Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return true;
      }
    }
    return false;
  }
}
