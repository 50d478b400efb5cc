package org.lynceus.alarm.scheme;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Json;

/** The form in which it is stored what has to come before the events of a scheme. */
final class OnlyAfterJson {
  private OnlyAfterJson() {}

  static @Nullable String write(@Nullable OnlyAfter rule) {
    if (rule == null) {
      return null;
    }
    JsonArrayBuilder sources = Json.createArrayBuilder();
    for (AlarmSource source : rule.sources()) {
      JsonObjectBuilder one = Json.createObjectBuilder().add("kind", source.kind().name());
      if (source.objectId() != null) {
        one.add("objectId", source.objectId().toString());
      }
      if (source.part() != null) {
        one.add("part", source.part());
      }
      sources.add(one);
    }
    return Json.createObjectBuilder()
        .add("sources", sources)
        .add("types", Json.createArrayBuilder(rule.types()))
        .add("seconds", rule.seconds())
        .build()
        .toString();
  }

  static @Nullable OnlyAfter read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject rule = reader.readObject();
      return new OnlyAfter(
          rule.getJsonArray("sources").getValuesAs(JsonObject.class).stream()
              .map(OnlyAfterJson::source)
              .toList(),
          rule.getJsonArray("types").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList(),
          rule.getInt("seconds"));
    }
  }

  private static AlarmSource source(JsonObject one) {
    String id = one.getString("objectId", null);
    return new AlarmSource(
        AlarmSource.Kind.valueOf(one.getString("kind")),
        id == null ? null : UUID.fromString(id),
        one.getString("part", null));
  }
}
