package org.lynceus.alarm.scheme;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import org.lynceus.shared.Json;

/** The form in which the conditions of a scheme are stored. */
final class ConditionJson {
  private ConditionJson() {}

  static String write(List<SchemeCondition> conditions) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (SchemeCondition one : conditions) {
      array.add(
          Json.createObjectBuilder()
              .add("attribute", one.attribute())
              .add("operator", one.operator().name())
              .add("values", Json.createArrayBuilder(one.values())));
    }
    return array.build().toString();
  }

  static List<SchemeCondition> read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              one ->
                  new SchemeCondition(
                      one.getString("attribute"),
                      SchemeCondition.Operator.valueOf(one.getString("operator")),
                      one.getJsonArray("values").getValuesAs(JsonString.class).stream()
                          .map(JsonString::getString)
                          .toList()))
          .toList();
    }
  }
}
