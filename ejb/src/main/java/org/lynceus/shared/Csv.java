package org.lynceus.shared;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula begins with an
 * apostrophe; one with a semicolon is quoted, because spreadsheets of many countries split there.
 */
public final class Csv {
  /** By this spreadsheets know UTF-8. */
  public static final String MARK = "\ufeff";

  public static final String TYPE = "text/csv";

  private static final String FORMULA = "=+-@\t\r";

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
    String safe = formula(text, 0) ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  /** What {@link #cell} put in front of a text is taken away again. */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && formula(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean formula(String text, int at) {
    return text.length() > at && FORMULA.indexOf(text.charAt(at)) >= 0;
  }
}
