package org.lynceus.audit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Json;

/**
 * Writes the state of a thing as JSON for the log: records by their components, maps, collections
 * (at most {@value #MOST} items), numbers, truth values; everything else by its text. The one place
 * where secrets are masked: values whose name speaks of one, bytes, and credentials inside
 * addresses.
 */
final class AuditJson {
  static final int LONGEST = 100_000;
  private static final int MOST = 200;
  private static final int DEEPEST = 12;
  private static final String MASK = "***";
  private static final Pattern SECRET =
      Pattern.compile("password|passwd|secret|token|credential|privatekey|passphrase");
  private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s\"]*@");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)((?:password|passwd|pwd|pass|secret|token)=)[^&\\s\"]*");

  private AuditJson() {}

  /** The JSON, null for nothing. */
  static @Nullable String of(@Nullable Object state) {
    if (state == null) {
      return null;
    }
    String text = value(state, 0).toString();
    return text.length() <= LONGEST
        ? text
        : Json.createObjectBuilder().add("leftOut", text.length() + " characters").build() + "";
  }

  /** A text without the credentials that an address in it carries. */
  static String masked(String text) {
    return PARAMETER
        .matcher(USER_INFO.matcher(text).replaceAll("$1" + MASK + "@"))
        .replaceAll("$1" + MASK);
  }

  private static JsonValue value(@Nullable Object state, int depth) {
    if (state == null || depth > DEEPEST) {
      return JsonValue.NULL;
    } else if (state instanceof Optional<?> optional) {
      return value(optional.orElse(null), depth);
    } else if (state instanceof Record fields) {
      return fields(fields, depth);
    } else if (state instanceof Map<?, ?> map) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      map.forEach((name, item) -> add(object, String.valueOf(name), item, depth));
      return object.build();
    } else if (state instanceof Collection<?> items) {
      return items(items, depth);
    } else if (state instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    } else if (state instanceof Long || state instanceof Integer || state instanceof Short) {
      return Json.createValue(((Number) state).longValue());
    } else if (state instanceof byte[]) {
      return Json.createValue(MASK);
    }
    return Json.createValue(masked(state.toString()));
  }

  private static JsonValue fields(Record state, int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (RecordComponent component : state.getClass().getRecordComponents()) {
      add(object, component.getName(), read(state, component), depth);
    }
    return object.build();
  }

  private static JsonValue items(Collection<?> items, int depth) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    items.stream().limit(MOST).forEach(item -> array.add(value(item, depth + 1)));
    if (items.size() > MOST) {
      array.add("and " + (items.size() - MOST) + " more");
    }
    return array.build();
  }

  private static void add(JsonObjectBuilder object, String name, @Nullable Object item, int depth) {
    if (item == null) {
      return;
    }
    if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() && !(item instanceof Boolean)) {
      object.add(name, MASK);
    } else {
      object.add(name, value(item, depth + 1));
    }
  }

  private static @Nullable Object read(Record state, RecordComponent component) {
    Method accessor = component.getAccessor();
    try {
      accessor.setAccessible(true);
      return accessor.invoke(state);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The log cannot read " + component, e);
    }
  }
}
