package org.lynceus.jms.alarm;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.lynceus.shared.Json;

/** The text of {@code alarm.raised/1}: which alarms were raised or changed. */
final class AlarmsChangedMessage {
  private static final String TYPE = "alarm.raised/1";

  private AlarmsChangedMessage() {}

  static List<UUID> decode(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject message = reader.readObject();
      if (!message.getString("type").equals(TYPE)) {
        throw new IllegalArgumentException("not a message of type " + TYPE);
      }
      return message.getJsonArray("ids").getValuesAs(JsonString.class).stream()
          .map(id -> UUID.fromString(id.getString()))
          .toList();
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new IllegalArgumentException("not a message of type " + TYPE, e);
    }
  }
}
