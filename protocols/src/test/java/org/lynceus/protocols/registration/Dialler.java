package org.lynceus.protocols.registration;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A device of a test: a socket that says and hears exactly what the test wants. */
final class Dialler implements AutoCloseable {
  static final String CHALLENGE =
      "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"%s\", qop=\"auth\","
          + " opaque=\"o\"\r\nContent-Length: 0\r\n\r\n";
  private final Socket socket = new Socket();
  private final InputStream in;

  Dialler(InetSocketAddress address) throws IOException {
    socket.connect(address, 2000);
    socket.setSoTimeout(8000);
    in = socket.getInputStream();
  }

  Dialler say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Dialler connect(String id) throws IOException {
    String body = "{\"DevClass\":\"IPC\",\"DeviceID\":\"" + id + "\",\"ServerIP\":\"127.0.0.1\"}";
    return say(
        "POST /cgi-bin/api/autoRegist/connect HTTP/1.1\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  /** Answers with a body. */
  Dialler answer(String body) throws IOException {
    return say("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  /** The next head; empty when the other side closed. */
  String hear() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next;
      try {
        next = in.read();
      } catch (java.net.SocketException e) {
        return "";
      }
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Goes through signing in as a good device does. */
  Dialler register(String id) throws IOException {
    connect(id);
    expect(hear(), "HTTP/1.1 200");
    expect(hear(), "POST /cgi-bin/api/global/login");
    say(CHALLENGE.formatted("n1"));
    expect(hear(), "Authorization: Digest");
    return answer("{\"Token\":\"t-1\"}");
  }

  static void expect(String heard, String part) {
    if (!heard.contains(part)) {
      throw new AssertionError("wanted " + part + ", heard: " + heard);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
