package org.lynceus.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * All types of events the center knows: {@code event-types.csv}, with the columns {@code code,
 * category, severity, lasts (y or n), ended_by, en, zh}. Does not change while the center runs.
 */
public final class EventCatalogue {
  private static final int LONGEST_NAME = 100;

  private final Map<String, EventType> byCode = new LinkedHashMap<>();
  private final String tag;

  private static final class Known {
    static final EventCatalogue CATALOGUE = read();
  }

  /** Reads a catalogue; throws {@link IllegalArgumentException} that says what is wrong in it. */
  EventCatalogue(String csv) {
    tag = UUID.nameUUIDFromBytes(csv.getBytes(StandardCharsets.UTF_8)).toString();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(new StringReader(csv), format)) {
      for (CSVRecord row : rows) {
        EventType type = type(row);
        require(byCode.put(type.code(), type) == null, type.code(), "it is there twice");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("the catalogue of events cannot be read", e);
    }
    byCode.values().forEach(this::checkEnd);
  }

  /** That of this release. */
  public static EventCatalogue known() {
    return Known.CATALOGUE;
  }

  /** The type of a code, null when there is none. */
  public @Nullable EventType type(String code) {
    return byCode.get(code);
  }

  /** All types, by category and in the order of the catalogue. */
  public Collection<EventType> types() {
    return List.copyOf(byCode.values());
  }

  /** Differs when the catalogue does. */
  public String tag() {
    return tag;
  }

  private static EventCatalogue read() {
    try (InputStream csv =
        Objects.requireNonNull(EventCatalogue.class.getResourceAsStream("event-types.csv"))) {
      return new EventCatalogue(new String(csv.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventType type(CSVRecord row) {
    String code = row.get("code");
    require(
        EventType.CODE.matcher(code).matches(),
        code,
        "a code is made of capital letters, digits and _");
    String lasts = row.get("lasts");
    require(lasts.equals("y") || lasts.equals("n"), code, "lasts is y or n");
    String endedBy = row.get("ended_by");
    return new EventType(
        code,
        EventCategory.valueOf(row.get("category")),
        EventSeverity.valueOf(row.get("severity")),
        lasts.equals("y"),
        endedBy.isEmpty() ? null : endedBy,
        name(code, row.get("en")),
        name(code, row.get("zh")));
  }

  private static String name(String code, String name) {
    require(!name.isBlank() && name.length() <= LONGEST_NAME, code, "a name is missing or long");
    return name;
  }

  private void checkEnd(EventType type) {
    String end = type.endedBy();
    if (end != null) {
      require(type.lasts(), type.code(), "what happens at once has no end");
      EventType other = byCode.get(end);
      require(other != null && !other.lasts(), type.code(), "its end is no type that is at once");
    }
  }

  private static void require(boolean right, String code, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException("event type " + code + ": " + otherwise);
    }
  }
}
