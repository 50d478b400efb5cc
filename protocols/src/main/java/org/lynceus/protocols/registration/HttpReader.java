package org.lynceus.protocols.registration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * Cuts what a device sends into messages, however it arrives in pieces: heads of at most 16 KiB,
 * bodies of at most 1 MiB, by length or chunked. A part of a multipart answer is a message as well,
 * so answers to other requests may stand between parts. Lengths of parts are not believed further
 * than the next boundary. After the roles were swapped, lines that begin no message are passed over
 * (some devices write more than they announce). Keeps no memory while nothing is half read.
 */
final class HttpReader {
  static final int MOST_HEAD = 16 << 10;
  static final int MOST_BODY = 1 << 20;
  private static final int MOST_HEADERS = 100;
  private static final int UNTIL_BOUNDARY = -1;
  private static final int CHUNKED = -2;
  private static final byte[] NOTHING = {};

  private byte[] kept = NOTHING;
  private int from;
  private int to;
  private int scanned;
  private int passedOver;
  private boolean lenient;
  private @Nullable HttpMessage head;
  private int length;
  private @Nullable Chunks chunks;

  /** From now on the device answers us. */
  void swapRoles() {
    lenient = true;
  }

  void put(ByteBuffer input) {
    int more = input.remaining();
    if (kept.length - to < more) {
      byte[] room = new byte[Math.max(to - from + more, 512)];
      System.arraycopy(kept, from, room, 0, to - from);
      scanned -= from;
      to -= from;
      from = 0;
      kept = room;
    }
    input.get(kept, to, more);
    to += more;
  }

  /** The next whole message; null when more must arrive first. */
  @Nullable HttpMessage next() throws MalformedException {
    if (head == null && !readHead()) {
      return null;
    }
    HttpMessage known = java.util.Objects.requireNonNull(head);
    byte[] body = body(known);
    if (body == null) {
      return null;
    }
    head = null;
    chunks = null;
    scanned = from;
    if (from == to) {
      kept = NOTHING;
      from = 0;
      to = 0;
      scanned = 0;
    }
    return new HttpMessage(known.first(), known.headers(), body);
  }

  private boolean readHead() throws MalformedException {
    if (!findStart()) {
      return false;
    }
    int end = endOfHead();
    if ((end < 0 ? to : end) - from > MOST_HEAD) {
      throw new MalformedException("the head is too long");
    }
    if (end < 0) {
      return false;
    }
    HttpMessage read = parse(new String(kept, from, end - from, StandardCharsets.ISO_8859_1));
    from = end;
    scanned = end;
    passedOver = 0;
    length = length(read);
    chunks = length == CHUNKED ? new Chunks(MOST_BODY) : null;
    head = read;
    return true;
  }

  /** Goes to the first line of a message; false when it has not arrived as a whole. */
  private boolean findStart() throws MalformedException {
    while (true) {
      int end = from;
      while (end < to && kept[end] != '\n') {
        end++;
      }
      if (end == to) {
        if (to - from > MOST_HEAD) {
          throw new MalformedException("the head is too long");
        }
        return false;
      }
      String line = new String(kept, from, end - from, StandardCharsets.ISO_8859_1).stripTrailing();
      if (begins(line)) {
        return true;
      }
      passedOver += end + 1 - from;
      if (!line.isEmpty() && !lenient || passedOver > MOST_HEAD) {
        throw new MalformedException("this is no HTTP");
      }
      from = end + 1;
      scanned = from;
    }
  }

  private boolean begins(String line) {
    return lenient
        ? line.startsWith("HTTP/1.") || line.startsWith("--") && !line.endsWith("--")
        : line.matches("[A-Z]{1,20} /[!-~]{0,2000} HTTP/1\\.[01]");
  }

  /** Behind the empty line that ends the head; -1 when it is not there yet. */
  private int endOfHead() {
    for (int at = Math.max(scanned, from); at < to; at++) {
      if (kept[at] == '\n') {
        int before = at - 1;
        if (before >= from && kept[before] == '\r') {
          before--;
        }
        if (before >= from && kept[before] == '\n') {
          return at + 1;
        }
      }
    }
    scanned = to;
    return -1;
  }

  private static HttpMessage parse(String head) throws MalformedException {
    List<String> lines = head.lines().toList();
    Map<String, List<String>> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (line.isBlank()) {
        continue;
      }
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw new MalformedException("a header that is none");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new HttpMessage(lines.get(0).strip(), headers, NOTHING);
  }

  private static int length(HttpMessage head) throws MalformedException {
    String coding = head.header("transfer-encoding");
    if (!coding.isEmpty()) {
      if (!coding.equalsIgnoreCase("chunked") || head.part() || head.beginsParts()) {
        throw new MalformedException("a transfer encoding that is not understood");
      }
      return CHUNKED;
    }
    List<String> told = head.all("content-length");
    if (told.isEmpty() || head.answer() && head.beginsParts()) {
      return head.part() ? UNTIL_BOUNDARY : 0;
    }
    String text = told.get(0);
    if (!text.matches("\\d{1,9}") || told.stream().distinct().count() > 1) {
      throw new MalformedException("a length that is none");
    }
    int number = Integer.parseInt(text);
    if (number > MOST_BODY) {
      throw new MalformedException("the body is too long");
    }
    return number;
  }

  private byte @Nullable [] body(HttpMessage known) throws MalformedException {
    if (chunks != null) {
      from += chunks.take(kept, from, to);
      return chunks.done() ? chunks.body() : null;
    }
    if (known.part()) {
      return part(known.first().getBytes(StandardCharsets.ISO_8859_1));
    }
    return to - from < length ? null : cut(from + length);
  }

  /** Of a part: up to the next boundary or answer, or by its length, whatever ends first. */
  private byte @Nullable [] part(byte[] boundary) throws MalformedException {
    int limit = length == UNTIL_BOUNDARY ? to : Math.min(to, from + length);
    for (int at = Math.max(scanned - 64, from); at < limit; at++) {
      if (kept[at] == '\n' && (follows(at + 1, boundary) || follows(at + 1, ANSWER))) {
        int end = at > from && kept[at - 1] == '\r' ? at - 1 : at;
        byte[] body = Arrays.copyOfRange(kept, from, end);
        from = at + 1;
        return body;
      }
    }
    scanned = limit;
    if (length != UNTIL_BOUNDARY && to - from >= length) {
      return cut(from + length);
    }
    if (to - from > MOST_BODY) {
      throw new MalformedException("a part is too long");
    }
    return null;
  }

  private static final byte[] ANSWER = "HTTP/1.1 ".getBytes(StandardCharsets.ISO_8859_1);

  private boolean follows(int at, byte[] text) {
    return to - at >= text.length
        && Arrays.equals(kept, at, at + text.length, text, 0, text.length);
  }

  private byte[] cut(int end) {
    byte[] body = Arrays.copyOfRange(kept, from, end);
    from = end;
    return body;
  }
}
