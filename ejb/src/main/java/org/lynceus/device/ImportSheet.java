package org.lynceus.device;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Csv;
import org.lynceus.shared.DomainException;

/**
 * The rows of a file as devices. The columns are found by their headers, English or Chinese, in any
 * order; others are carried along and not used. An address without a scheme is that of an ONVIF
 * device.
 */
public final class ImportSheet {
  /**
   * The columns that are understood, with what may stand above them; the first is the template's.
   */
  private enum Column {
    NAME("Name", "名称", "devicename", "设备名称"),
    URL("Address", "地址", "url", "ip", "ipaddress", "设备地址", "ip地址"),
    SUB_URL("Sub stream", "子码流", "substreamaddress", "suburl", "子码流地址"),
    CERTIFICATE("Certificate", "证书指纹", "certificatefingerprint", "证书"),
    USERNAME("User name", "用户名", "user", "用户"),
    PASSWORD("Password", "密码"),
    SITE("Site", "场所", "organisation", "organization", "area", "区域", "组织"),
    HOME_NODE("Home node", "归属节点", "node", "server", "节点", "服务器");

    private final List<String> words;

    Column(String... words) {
      this.words = List.of(words);
    }

    boolean named(String header) {
      return words.stream().anyMatch(word -> plain(word).equals(plain(header)));
    }

    private static String plain(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_*-]+", "");
    }
  }

  private final List<String> columns;
  private final List<ImportLine> lines;

  private ImportSheet(List<String> columns, List<ImportLine> lines) {
    this.columns = columns;
    this.lines = lines;
  }

  /** The headers as they are in the file. */
  public List<String> columns() {
    return columns;
  }

  public List<ImportLine> lines() {
    return lines;
  }

  /** A sheet with headers and two examples. */
  public static Sheet template(boolean chinese) {
    return new Sheet(
        List.of(Column.values()).stream().map(c -> c.words.get(chinese ? 1 : 0)).toList(),
        List.of(
            List.of(chinese ? "大门" : "Gate", "192.168.1.10", "", "", "admin", "", "", ""),
            List.of(
                chinese ? "仓库" : "Store",
                "rtsp://192.168.1.11:554/stream1",
                "rtsp://192.168.1.11:554/stream2",
                "",
                "admin",
                "",
                "",
                "")));
  }

  /** Reads a file; what is wrong with the file as a whole is a validation problem. */
  public static ImportSheet read(byte[] file) {
    List<SheetReader.Line> all;
    try {
      all = SheetReader.read(file);
    } catch (SheetReader.UnreadableException e) {
      throw DomainException.invalid("/file", String.valueOf(e.getMessage()));
    }
    if (all.size() < 2) {
      throw DomainException.invalid("/file", "The file needs a row of headers and rows below it.");
    }
    List<String> head = all.get(0).cells().stream().map(String::strip).toList();
    Map<Column, Integer> places = places(head);
    if (!places.containsKey(Column.NAME) || !places.containsKey(Column.URL)) {
      throw DomainException.invalid(
          "/file", "The first row must have the headers Name and Address (名称, 地址).");
    }
    List<ImportLine> lines = new ArrayList<>();
    for (SheetReader.Line line : all.subList(1, all.size())) {
      lines.add(line(line, head.size(), places));
    }
    return new ImportSheet(head, lines);
  }

  private static Map<Column, Integer> places(List<String> head) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < head.size(); i++) {
      for (Column column : Column.values()) {
        if (column.named(head.get(i))) {
          places.putIfAbsent(column, i);
        }
      }
    }
    return places;
  }

  private static ImportLine line(SheetReader.Line line, int width, Map<Column, Integer> places) {
    List<String> cells = new ArrayList<>(line.cells());
    while (cells.size() < width) {
      cells.add("");
    }
    Integer secret = places.get(Column.PASSWORD);
    String password = secret == null ? "" : cells.set(secret, "");
    return new ImportLine(
        line.number(),
        cut(cell(cells, places.get(Column.NAME))),
        address(cell(cells, places.get(Column.URL))),
        orNull(cell(cells, places.get(Column.SUB_URL))),
        orNull(cell(cells, places.get(Column.CERTIFICATE))),
        orNull(cell(cells, places.get(Column.USERNAME))),
        orNull(password),
        orNull(cell(cells, places.get(Column.SITE))),
        orNull(cell(cells, places.get(Column.HOME_NODE))),
        List.copyOf(cells.subList(0, width)));
  }

  private static String address(String text) {
    return cut(text.isEmpty() || text.contains("://") ? text : "http://" + text);
  }

  private static String cell(List<String> cells, @Nullable Integer place) {
    return place == null ? "" : Csv.unguarded(cells.get(place).strip());
  }

  private static String cut(String text) {
    return text.length() > 1000 ? text.substring(0, 1000) : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : cut(text);
  }
}
