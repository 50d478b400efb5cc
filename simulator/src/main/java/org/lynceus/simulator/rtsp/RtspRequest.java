package org.lynceus.simulator.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of RTSP 1.0 (RFC 2326). Header names are lower case. */
record RtspRequest(String method, String uri, Map<String, String> headers) {
  private static final int MAXIMUM_HEAD = 16 * 1024;
  private static final int MAXIMUM_BODY = 64 * 1024;

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Told of the packets that a client sends inside the connection. */
  interface Packets {
    void packet(int channel, ByteBuffer packet);
  }

  /**
   * Takes the next request off the buffer; interleaved packets of the client (its RTCP, its speech)
   * are handed on. Null when the request is not complete yet.
   *
   * @throws IllegalArgumentException when this is no RTSP
   */
  static @Nullable RtspRequest take(ByteBuffer in, Packets packets) {
    while (in.remaining() >= 4 && in.get(in.position()) == '$') {
      int length = in.getShort(in.position() + 2) & 0xffff;
      if (in.remaining() < 4 + length) {
        return null;
      }
      packets.packet(in.get(in.position() + 1) & 0xff, in.slice(in.position() + 4, length));
      in.position(in.position() + 4 + length);
    }
    int end = endOfHead(in);
    if (end < 0) {
      if (in.remaining() > MAXIMUM_HEAD) {
        throw new IllegalArgumentException("the head of a request is too long");
      }
      return null;
    }
    byte[] head = new byte[end - in.position()];
    in.get(in.position(), head);
    RtspRequest request = parse(new String(head, StandardCharsets.UTF_8));
    int body = bodyLength(request);
    if (in.limit() - end < body) {
      return null;
    }
    in.position(end + body);
    return request;
  }

  private static int bodyLength(RtspRequest request) {
    String length = request.header("content-length");
    int body = length.isEmpty() ? 0 : Integer.parseInt(length);
    if (body < 0 || body > MAXIMUM_BODY) {
      throw new IllegalArgumentException("the body of a request is too long");
    }
    return body;
  }

  private static int endOfHead(ByteBuffer in) {
    for (int i = in.position(); i + 3 < in.limit(); i++) {
      if (in.get(i) == '\r'
          && in.get(i + 1) == '\n'
          && in.get(i + 2) == '\r'
          && in.get(i + 3) == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  private static RtspRequest parse(String head) {
    String[] lines = head.strip().split("\r\n");
    String[] first = lines[0].split(" ");
    if (first.length != 3 || !first[2].startsWith("RTSP/1.")) {
      throw new IllegalArgumentException("not an RTSP request");
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    return new RtspRequest(first[0], first[1], headers);
  }
}
