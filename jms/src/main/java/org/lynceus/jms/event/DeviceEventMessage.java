package org.lynceus.jms.event;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.EventAttributes;
import org.lynceus.event.EventType;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Json;
import org.lynceus.shared.Reason;

/**
 * The text form of a batch of device events, type {@code device.event/1}:
 *
 * <pre>{"type":"device.event/1","events":[{"uid":"...","deviceId":"...","channelId":"...",
 * "type":"DEVICE_OFFLINE","reason":{"code":"no-data","text":"..."},"occurredAt":"..."}]}</pre>
 *
 * <p>An event of the center itself has {@code source} and no {@code deviceId}; one of a device may
 * name a part of it in {@code source}. {@code active} tells whether a state began or ended, {@code
 * attributes} (an object of texts) what else it says. Unknown fields are ignored; a batch has at
 * most 1,000 events.
 */
final class DeviceEventMessage {
  static final String TYPE = "device.event/1";
  private static final int MOST = 1000;

  private DeviceEventMessage() {}

  static String encode(List<DeviceEvent> batch) {
    JsonArrayBuilder events = Json.createArrayBuilder();
    batch.forEach(event -> events.add(encode(event)));
    return Json.createObjectBuilder().add("type", TYPE).add("events", events).build().toString();
  }

  /** Reads a batch; throws {@link IllegalArgumentException} for anything that is none. */
  static List<DeviceEvent> decode(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject message = reader.readObject();
      if (!TYPE.equals(message.getString("type", ""))) {
        throw new IllegalArgumentException("not a message of type " + TYPE);
      }
      List<JsonObject> events = message.getJsonArray("events").getValuesAs(JsonObject.class);
      if (events.size() > MOST) {
        throw new IllegalArgumentException("more than " + MOST + " events in a message");
      }
      return events.stream().map(DeviceEventMessage::decode).toList();
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | DateTimeException
        | DomainException e) {
      throw new IllegalArgumentException("not a batch of device events", e);
    }
  }

  private static JsonObjectBuilder encode(DeviceEvent event) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("uid", event.uid().toString())
            .add("type", event.type())
            .add("occurredAt", event.occurredAt().toString());
    UUID device = event.deviceId();
    if (device != null) {
      json.add("deviceId", device.toString());
    }
    if (event.source() != null) {
      json.add("source", event.source());
    }
    if (event.active() != null) {
      json.add("active", event.active());
    }
    UUID channel = event.channelId();
    if (channel != null) {
      json.add("channelId", channel.toString());
    }
    Reason reason = event.reason();
    if (reason != null) {
      json.add(
          "reason",
          Json.createObjectBuilder().add("code", reason.code()).add("text", reason.text()));
    }
    if (!event.attributes().values().isEmpty()) {
      JsonObjectBuilder attributes = Json.createObjectBuilder();
      event.attributes().values().forEach(attributes::add);
      json.add("attributes", attributes);
    }
    return json;
  }

  /** A code of any release: nodes are not all renewed at once. */
  private static String code(String code) {
    if (!EventType.CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not the code of an event");
    }
    return code;
  }

  private static DeviceEvent decode(JsonObject json) {
    @Nullable String device = json.getString("deviceId", null);
    @Nullable String source = json.getString("source", null);
    if (device == null && source == null) {
      throw new IllegalArgumentException(
          "an event is about a device or about a part of the center");
    }
    @Nullable String channel = json.getString("channelId", null);
    @Nullable JsonObject reason = json.getJsonObject("reason");
    @Nullable JsonObject attributes = json.getJsonObject("attributes");
    return new DeviceEvent(
        UUID.fromString(json.getString("uid")),
        device == null ? null : UUID.fromString(device),
        channel == null ? null : UUID.fromString(channel),
        code(json.getString("type")),
        reason == null ? null : new Reason(reason.getString("code"), reason.getString("text")),
        Instant.parse(json.getString("occurredAt")),
        source,
        json.containsKey("active") ? json.getBoolean("active") : null,
        attributes == null ? EventAttributes.NONE : EventAttributes.read(attributes.toString()));
  }
}
