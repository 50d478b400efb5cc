package org.lynceus.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table for spreadsheets. CSV is that of RFC 4180 with a byte order mark, by which spreadsheets
 * know UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe in CSV;
 * cells of XLSX are texts by their type.
 */
public record Sheet(List<String> head, List<List<String>> rows) {
  private static final String FORMULA = "=+-@\t\r";

  public byte[] csv() {
    return ("\uFEFF"
            + Stream.concat(Stream.of(head), rows.stream())
                .map(
                    row ->
                        row.stream().map(Sheet::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining()))
        .getBytes(StandardCharsets.UTF_8);
  }

  public byte[] xlsx() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Lynceus", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("1");
      for (int column = 0; column < head.size(); column++) {
        sheet.value(0, column, head.get(column));
        sheet.style(0, column).bold().set();
        sheet.width(column, 24);
      }
      for (int row = 0; row < rows.size(); row++) {
        List<String> cells = rows.get(row);
        for (int column = 0; column < cells.size(); column++) {
          sheet.value(row + 1, column, cells.get(column));
        }
      }
      sheet.freezePane(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  /** What {@link #csv} put in front of a text is taken away again. */
  static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }
}
