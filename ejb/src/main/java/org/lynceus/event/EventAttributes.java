package org.lynceus.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Json;
import org.lynceus.shared.Limits;

/**
 * What an event says beside its type, by name: a plate, a score, a temperature. Numbers are text.
 *
 * @param values up to 20 by name; names of 1 to 40 characters, values of 1 to 200
 */
public record EventAttributes(Map<String, String> values) {
  public static final EventAttributes NONE = new EventAttributes(Map.of());

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_VALUE = 200;
  private static final String AT = "/attributes";

  public EventAttributes {
    if (values.size() > MOST) {
      throw DomainException.invalid(AT, "An event has at most " + MOST + " attributes.");
    }
    SortedMap<String, String> checked = new TreeMap<>();
    values.forEach(
        (name, value) ->
            checked.put(
                Limits.text(AT, name, 1, LONGEST_NAME), Limits.text(AT, value, 1, LONGEST_VALUE)));
    values = Collections.unmodifiableSortedMap(checked);
  }

  /**
   * What a device tells, as far as it fits: the first 20 by name, values cut off. Empty ones and
   * truths are left out; what is true or not is the state of the event.
   */
  public static EventAttributes ofDevice(Map<String, String> told) {
    Map<String, String> kept = new TreeMap<>();
    new TreeMap<>(told)
        .forEach(
            (name, value) -> {
              String text = value.strip();
              boolean truth = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
              boolean named = !name.isBlank() && name.length() <= LONGEST_NAME;
              if (named && !text.isEmpty() && !truth && kept.size() < MOST) {
                kept.put(name, text.substring(0, Math.min(text.length(), LONGEST_VALUE)));
              }
            });
    return new EventAttributes(kept);
  }

  /** The text that is stored and sent; null when there are none. */
  public @Nullable String json() {
    if (values.isEmpty()) {
      return null;
    }
    JsonObjectBuilder object = Json.createObjectBuilder();
    values.forEach(object::add);
    return object.build().toString();
  }

  /** Reads {@link #json}. */
  public static EventAttributes read(@Nullable String json) {
    if (json == null) {
      return NONE;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> values = new TreeMap<>();
      object.keySet().forEach(name -> values.put(name, object.getString(name)));
      return new EventAttributes(values);
    }
  }
}
