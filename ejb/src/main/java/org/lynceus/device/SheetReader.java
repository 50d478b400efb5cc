package org.lynceus.device;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an XLSX file, or a CSV file, row by row. CSV may be UTF-8 or GB18030 and
 * separated by comma, semicolon or tab, as spreadsheets write it. Bounded: {@value #MOST_ROWS}
 * rows, {@value #MOST_CELLS} cells a row, 2,000 characters a cell, and the unpacked size of XLSX.
 * Texts stay as they are written, with leading zeros.
 */
final class SheetReader {
  static final int MOST_ROWS = DeviceImportService.MOST_ROWS + 1;
  private static final int MOST_CELLS = 40;
  private static final int LONGEST_CELL = 2_000;
  private static final long MOST_UNPACKED = 60_000_000;
  private static final int MOST_ENTRIES = 200;

  private SheetReader() {}

  /** A row that has any text, and where it stood, from 1. */
  record Line(int number, List<String> cells) {}

  /** The file cannot be read; the message says why, for the person who chose it. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /** Whether the bytes are those of an XLSX file, or any other ZIP. */
  static boolean xlsx(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  static List<Line> read(byte[] file) throws UnreadableException {
    try {
      return xlsx(file) ? workbook(file) : csv(text(file));
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableException("This is neither a CSV nor an XLSX file that can be read.");
    }
  }

  private static List<Line> workbook(byte[] file) throws IOException, UnreadableException {
    requireBounded(file);
    List<Line> lines = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_CELLS); i++) {
          cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        keep(lines, row.getRowNum(), cells);
      }
    }
    return lines;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return raw == null ? "" : raw;
  }

  /** Unpacks once for nothing but the size: a few kilobytes can hold gigabytes. */
  private static void requireBounded(byte[] file) throws IOException, UnreadableException {
    long bytes = 0;
    int entries = 0;
    byte[] buffer = new byte[65_536];
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (Iterator<ZipArchiveEntry> each = zip.getEntries().asIterator(); each.hasNext(); ) {
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableException("The file has too many parts.");
        }
        try (InputStream in = zip.getInputStream(each.next())) {
          for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > MOST_UNPACKED) {
              throw new UnreadableException("The file is too large when it is unpacked.");
            }
          }
        }
      }
    }
  }

  private static String text(byte[] file) throws UnreadableException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        if (text.indexOf('\0') < 0) {
          return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
      } catch (CharacterCodingException another) {
        continue;
      }
    }
    throw new UnreadableException("The text of the file is neither UTF-8 nor GB18030.");
  }

  private static List<Line> csv(String text) throws IOException, UnreadableException {
    String head = text.lines().findFirst().orElse("");
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(head)).setIgnoreEmptyLines(false).get();
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        keep(lines, (int) row.getRecordNumber(), row.stream().limit(MOST_CELLS).toList());
      }
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    return lines;
  }

  private static char delimiter(String head) {
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      if (count(head, one) > count(head, best)) {
        best = one;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static void keep(List<Line> lines, int number, List<String> cells)
      throws UnreadableException {
    if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
      throw new UnreadableException("Row " + number + " has a cell that is too long.");
    }
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (lines.size() == MOST_ROWS) {
      throw new UnreadableException("The file has more than " + (MOST_ROWS - 1) + " rows.");
    }
    lines.add(new Line(number, List.copyOf(cells)));
  }
}
