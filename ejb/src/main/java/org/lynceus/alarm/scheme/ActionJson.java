package org.lynceus.alarm.scheme;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Json;

/** The form in which actions are stored; what is empty is left out. */
public final class ActionJson {
  private ActionJson() {}

  /** The text of one action. */
  public static String one(SchemeAction action) {
    return write(action).toString();
  }

  /** The text of all actions of a scheme. */
  public static String all(List<SchemeAction> actions) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    actions.forEach(action -> array.add(write(action)));
    return array.build().toString();
  }

  /** Reads {@link #one}. */
  public static SchemeAction readOne(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return read(reader.readObject());
    }
  }

  /** Reads {@link #all}. */
  public static List<SchemeAction> readAll(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().stream().map(one -> read(one.asJsonObject())).toList();
    }
  }

  private static JsonObject write(SchemeAction action) {
    JsonObjectBuilder object = Json.createObjectBuilder().add("kind", action.kind().name());
    number(object, "afterMinutes", action.afterMinutes());
    number(object, "before", action.before());
    number(object, "seconds", action.seconds());
    truth(object, "stopOnReturn", action.stopOnReturn());
    truth(object, "picture", action.picture());
    texts(object, "channels", action.channels());
    texts(object, "toRoles", action.toRoles());
    texts(object, "toUsers", action.toUsers());
    texts(object, "addresses", action.addresses());
    text(object, "target", action.target());
    text(object, "back", action.back());
    text(object, "subject", action.subject());
    text(object, "text", action.text());
    text(object, "url", action.url());
    return object.build();
  }

  private static SchemeAction read(JsonObject object) {
    return new SchemeAction(
        ActionKind.valueOf(object.getString("kind")),
        object.getInt("afterMinutes", 0),
        object.getBoolean("stopOnReturn", false),
        ids(object, "channels"),
        object.getInt("before", 0),
        object.getInt("seconds", 0),
        object.getString("target", null),
        object.getString("back", null),
        ids(object, "toRoles"),
        texts(object, "toUsers"),
        texts(object, "addresses"),
        object.getString("subject", null),
        object.getString("text", null),
        object.getBoolean("picture", false),
        object.getString("url", null));
  }

  private static void number(JsonObjectBuilder object, String name, int value) {
    if (value != 0) {
      object.add(name, value);
    }
  }

  private static void truth(JsonObjectBuilder object, String name, boolean value) {
    if (value) {
      object.add(name, true);
    }
  }

  private static void text(JsonObjectBuilder object, String name, @Nullable String value) {
    if (value != null) {
      object.add(name, value);
    }
  }

  private static void texts(JsonObjectBuilder object, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      values.forEach(value -> array.add(value.toString()));
      object.add(name, array);
    }
  }

  private static List<String> texts(JsonObject object, String name) {
    JsonArray array = object.getJsonArray(name);
    return array == null
        ? List.of()
        : array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }

  private static List<UUID> ids(JsonObject object, String name) {
    return texts(object, name).stream().map(UUID::fromString).toList();
  }
}
