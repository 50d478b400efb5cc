package org.lynceus.media.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response of a server, or a request it sends by itself.
 *
 * @param status of a response, 0 for a request
 * @param subject reason phrase of a response, method of a request
 * @param headers by lower-case name, values in order
 */
record RtspMessage(int status, String subject, Map<String, List<String>> headers, byte[] body) {
  private static final int MOST_REASON = 60;

  /** The first value of a header, null when it is missing. */
  @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? null : values.get(0);
  }

  /** All values of a header. */
  List<String> all(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * Status and reason for a message to a person; nothing but printable characters of what the
   * camera said.
   */
  String statusText() {
    String reason = subject.replaceAll("[^ -~]", "?");
    return (status + " " + reason.substring(0, Math.min(MOST_REASON, reason.length()))).strip();
  }

  String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
