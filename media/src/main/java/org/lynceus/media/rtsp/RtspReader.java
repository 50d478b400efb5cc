package org.lynceus.media.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/**
 * Finds messages and interleaved packets (RFC 2326, 10.12) in a byte stream, in place. Header
 * blocks over 16 KiB and bodies over 128 KiB are refused; before the first message anything but an
 * RTSP response is.
 */
final class RtspReader {
  private static final int MOST_HEADER = 16_384;
  private static final int MOST_BODY = 131_072;
  private static final byte[] RESPONSE = "RTSP/1.".getBytes(StandardCharsets.US_ASCII);

  /** What {@link #next} found. */
  enum Found {
    NOTHING,
    PACKET,
    MESSAGE
  }

  private boolean anyMessage;
  private int channel;
  private int start;
  private int end;
  private @Nullable RtspMessage message;

  /** Looks at the buffer's position; moves it behind what was found. */
  Found next(ByteBuffer in) throws FaultException {
    skipLineEnds(in);
    if (!in.hasRemaining()) {
      return Found.NOTHING;
    }
    if (in.get(in.position()) == '$' && anyMessage) {
      return packet(in);
    }
    checkBeginning(in);
    return text(in);
  }

  /** Channel of the packet found. */
  int channel() {
    return channel;
  }

  /** Where the packet found begins in the buffer. */
  int start() {
    return start;
  }

  /** Where the packet found ends in the buffer. */
  int end() {
    return end;
  }

  /** The message found. */
  RtspMessage message() {
    if (message == null) {
      throw new IllegalStateException("no message was found");
    }
    return message;
  }

  private Found packet(ByteBuffer in) {
    if (in.remaining() < 4) {
      return Found.NOTHING;
    }
    int at = in.position();
    int size = in.getShort(at + 2) & 0xffff;
    if (in.remaining() < 4 + size) {
      return Found.NOTHING;
    }
    channel = in.get(at + 1) & 0xff;
    start = at + 4;
    end = start + size;
    in.position(end);
    return Found.PACKET;
  }

  private static void skipLineEnds(ByteBuffer in) {
    while (in.hasRemaining() && (in.get(in.position()) == '\r' || in.get(in.position()) == '\n')) {
      in.get();
    }
  }

  private void checkBeginning(ByteBuffer in) throws FaultException {
    int shown = Math.min(RESPONSE.length, in.remaining());
    boolean response = true;
    boolean letters = true;
    for (int i = 0; i < shown; i++) {
      byte value = in.get(in.position() + i);
      response &= value == RESPONSE[i];
      letters &= value >= 'A' && value <= 'Z' || value == '_' || (i > 2 && value == ' ');
    }
    if (response || (anyMessage && letters)) {
      return;
    }
    if (anyMessage) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera sends bytes that belong to no RTSP message");
    }
    throw notRtsp(in);
  }

  private static FaultException notRtsp(ByteBuffer in) {
    byte[] first = new byte[Math.min(5, in.remaining())];
    in.get(in.position(), first);
    String beginning = new String(first, StandardCharsets.ISO_8859_1);
    String who =
        beginning.startsWith("HTTP")
            ? "A web server (HTTP) answers at this port; RTSP is usually at port 554"
            : beginning.startsWith("SSH-")
                ? "An SSH server answers at this port; RTSP is usually at port 554"
                : "What answers at this port does not speak RTSP";
    return new FaultException(FaultCode.NOT_RTSP, who);
  }

  private Found text(ByteBuffer in) throws FaultException {
    int blank = endOfHeader(in);
    if (blank < 0) {
      if (in.remaining() > MOST_HEADER) {
        throw malformed("The camera sends an RTSP header of more than 16 KiB");
      }
      return Found.NOTHING;
    }
    byte[] header = new byte[blank - in.position()];
    in.get(in.position(), header);
    String[] lines = new String(header, StandardCharsets.UTF_8).strip().split("\r?\n");
    Map<String, List<String>> headers = headers(lines);
    int length = bodyLength(headers);
    if (in.limit() - blank < length) {
      return Found.NOTHING;
    }
    byte[] body = new byte[length];
    in.get(blank, body);
    in.position(blank + length);
    message = message(lines[0], headers, body);
    anyMessage = true;
    return Found.MESSAGE;
  }

  private static int endOfHeader(ByteBuffer in) {
    int most = Math.min(in.limit(), in.position() + MOST_HEADER);
    for (int i = in.position(); i < most; i++) {
      if (in.get(i) == '\n') {
        if (i + 1 < most && in.get(i + 1) == '\n') {
          return i + 2;
        }
        if (i + 2 < most && in.get(i + 1) == '\r' && in.get(i + 2) == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  private static Map<String, List<String>> headers(String[] lines) {
    Map<String, List<String>> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(
                lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                name -> new ArrayList<>())
            .add(lines[i].substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static int bodyLength(Map<String, List<String>> headers) throws FaultException {
    List<String> values = headers.get("content-length");
    if (values == null) {
      return 0;
    }
    String text = values.get(0);
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > MOST_BODY) {
      throw malformed("The camera announces an RTSP body of an impossible length");
    }
    return Integer.parseInt(text);
  }

  private static RtspMessage message(String line, Map<String, List<String>> headers, byte[] body)
      throws FaultException {
    String[] words = line.split(" ", 3);
    if (!line.startsWith("RTSP/")) {
      return new RtspMessage(0, words[0], headers, body);
    }
    if (words.length < 2 || !words[1].matches("[1-6]\\d\\d")) {
      throw malformed("The camera sends an RTSP status line without a status");
    }
    return new RtspMessage(
        Integer.parseInt(words[1]), words.length > 2 ? words[2] : "", headers, body);
  }

  private static FaultException malformed(String text) {
    return new FaultException(FaultCode.MALFORMED, text);
  }
}
