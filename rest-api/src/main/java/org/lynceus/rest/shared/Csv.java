package org.lynceus.rest.shared;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
public final class Csv {
  /** By this spreadsheets know UTF-8. */
  public static final String MARK = "\ufeff";

  public static final String TYPE = "text/csv";

  private Csv() {}

  /** One line with its end; null is an empty cell. */
  public static String line(List<? extends @Nullable Object> cells) {
    return cells.stream()
            .map(cell -> cell == null ? "" : cell(cell.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** One cell. */
  public static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
