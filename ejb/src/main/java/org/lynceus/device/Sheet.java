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
import org.lynceus.shared.Csv;

/** A table for spreadsheets, as {@link Csv} or as XLSX, whose cells are texts by their type. */
public record Sheet(List<String> head, List<List<String>> rows) {
  public byte[] csv() {
    return Stream.concat(Stream.of(head), rows.stream())
        .map(Csv::line)
        .collect(Collectors.joining("", Csv.MARK, ""))
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
}
