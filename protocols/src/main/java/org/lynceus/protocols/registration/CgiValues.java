package org.lynceus.protocols.registration;

import java.util.HashMap;
import java.util.Map;

/** An answer in lines {@code key=value}; at most 20,000 of them. */
record CgiValues(Map<String, String> values) {
  private static final int MOST_LINES = 20_000;

  static CgiValues of(String text) {
    Map<String, String> values = new HashMap<>();
    text.lines()
        .limit(MOST_LINES)
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                values.putIfAbsent(
                    line.substring(0, equals).strip(), line.substring(equals + 1).strip());
              }
            });
    return new CgiValues(values);
  }

  /** A value without control characters, at most 100 characters; empty when there is none. */
  String text(String key) {
    String value = values.getOrDefault(key, "").replaceAll("\\p{Cntrl}", "");
    return value.length() > 100 ? value.substring(0, 100) : value;
  }

  /** A number from 0 to 99,999; 0 when there is none. */
  int number(String key) {
    String value = text(key);
    return value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
  }
}
