package org.lynceus.media.rtsp;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/** The session a server gave, with its timeout (RFC 2326, 12.37; 60 s when it names none). */
final class SessionHeader {
  private static final int USUAL_TIMEOUT = 60;

  private String id = "";
  private int timeout = USUAL_TIMEOUT;

  void take(@Nullable String header) throws FaultException {
    if (header == null) {
      return;
    }
    String[] parts = header.split(";", -1);
    String name = parts[0].strip();
    if (!name.matches("[!-~]{1,256}")) {
      throw new FaultException(FaultCode.MALFORMED, "The camera sends a broken session id");
    }
    id = name;
    for (String part : parts) {
      String text = part.strip();
      if (text.matches("(?i)timeout\\s*=\\s*\\d{1,5}")) {
        timeout = Math.max(2, Integer.parseInt(text.substring(text.indexOf('=') + 1).strip()));
      }
    }
  }

  boolean known() {
    return !id.isEmpty();
  }

  int timeoutSeconds() {
    return timeout;
  }

  /** The header line for requests, empty before there is a session. */
  String line() {
    return known() ? "Session: " + id + "\r\n" : "";
  }
}
