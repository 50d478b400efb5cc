package org.lynceus.protocols.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lynceus.media.MalformedException;

/**
 * A request, an answer, or one part of a multipart answer, which has the same form.
 *
 * @param first its first line; of a part the boundary
 * @param headers by names in lower case
 */
public record HttpMessage(String first, Map<String, List<String>> headers, byte[] body) {
  /** The first header of a name, in lower case; empty when there is none. */
  public String header(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? "" : values.get(0);
  }

  public List<String> all(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** The status of an answer; -1 when it is none. */
  public int status() throws MalformedException {
    if (!answer()) {
      return -1;
    }
    String[] words = first.split(" +", 3);
    if (words.length < 2 || !words[1].matches("[1-5]\\d\\d")) {
      throw new MalformedException("an answer without a status");
    }
    return Integer.parseInt(words[1]);
  }

  public boolean answer() {
    return first.startsWith("HTTP/1.");
  }

  public boolean part() {
    return first.startsWith("--");
  }

  /** Whether parts follow it on the same connection. */
  public boolean beginsParts() {
    return header("content-type").toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "HttpMessage[" + first + ", " + body.length + " bytes]";
  }
}
