package org.lynceus.event.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.EventAttributes;
import org.lynceus.event.EventCatalogue;
import org.lynceus.event.EventCategory;
import org.lynceus.event.EventType;
import org.lynceus.event.ExternalSource;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Reason;

/** What an event of another system must be like. Rights and ids are not its business. */
final class IntakeRule {
  private static final Duration FUTURE = Duration.ofSeconds(60);
  private static final Duration PAST = Duration.ofDays(7);
  private static final int LONGEST_NUMBER = 100;

  /** What the center finds out itself about its own devices; nobody else's word counts. */
  private static final Set<String> OWN =
      Set.of(
          "DEVICE_ONLINE",
          "DEVICE_OFFLINE",
          "CHANNEL_ONLINE",
          "CHANNEL_OFFLINE",
          "EVENTS_ONLINE",
          "EVENTS_OFFLINE",
          "EVENTS_DROPPED",
          "RECORDING_STARTED",
          "RECORDING_INTERRUPTED",
          "VOLUME_GROUP_UNAVAILABLE",
          "INPUT",
          "RELAY");

  private IntakeRule() {}

  /** Refuses what is wrong in the event, with a pointer to it. */
  static void check(SentEvent sent, Instant now) {
    text("/id", sent.id(), 200);
    EventType type = EventCatalogue.known().type(text("/type", sent.type(), 64));
    if (type == null) {
      throw DomainException.invalid("/type", "There is no event type " + sent.type() + ".");
    }
    places(sent);
    attributes(sent);
    boolean ofCenter = type.category() == EventCategory.SYSTEM && !type.code().equals("CUSTOM");
    if (ofCenter || sent.from() == null && OWN.contains(type.code())) {
      throw DomainException.invalid("/type", "The center tells this of itself; nobody else may.");
    }
    if (sent.active() != null && !type.lasts()) {
      throw DomainException.invalid("/active", "This type of event happens at once.");
    }
    Instant at = sent.occurredAt();
    if (at != null && (at.isAfter(now.plus(FUTURE)) || at.isBefore(now.minus(PAST)))) {
      throw DomainException.invalid(
          "/occurredAt", "This lies more than a minute ahead or more than seven days back.");
    }
  }

  private static void places(SentEvent sent) {
    if (Stream.of(sent.channelId(), sent.deviceId(), sent.from()).filter(Objects::nonNull).count()
        != 1) {
      throw DomainException.invalid("/from", "Name one of channelId, deviceId and from.");
    }
    if (sent.from() != null) {
      text("/from", sent.from(), 100);
    }
    if (sent.source() != null) {
      text("/source", sent.source(), 100);
    }
    if (sent.text() != null) {
      text("/text", sent.text(), 500);
    }
  }

  /**
   * The fact that a checked event tells.
   *
   * @param device that of the channel when the event names a channel
   */
  static DeviceEvent fact(UUID uid, SentEvent sent, @Nullable UUID device, Instant now) {
    String from = sent.from();
    String text = sent.text();
    String part = sent.source();
    String source = from == null ? part : ExternalSource.of(from, part);
    return new DeviceEvent(
        uid,
        device,
        sent.channelId(),
        Objects.requireNonNull(sent.type()),
        text == null ? null : new Reason("told", text.strip()),
        sent.occurredAt() == null ? now : sent.occurredAt(),
        source,
        sent.active(),
        attributes(sent));
  }

  private static EventAttributes attributes(SentEvent sent) {
    Map<String, Object> told = sent.attributes();
    if (told == null || told.isEmpty()) {
      return EventAttributes.NONE;
    }
    Map<String, String> values = new TreeMap<>();
    told.forEach((name, value) -> values.put(name, value(value)));
    return new EventAttributes(values);
  }

  private static String value(@Nullable Object value) {
    if (value instanceof Number number) {
      BigDecimal decimal = new BigDecimal(number.toString());
      if (decimal.precision() + Math.abs((long) decimal.scale()) > LONGEST_NUMBER) {
        throw DomainException.invalid("/attributes", "A number has at most 100 digits.");
      }
      return decimal.toPlainString();
    }
    if (value instanceof String text) {
      return text;
    }
    throw DomainException.invalid("/attributes", "An attribute is a text or a number.");
  }

  private static String text(String pointer, @Nullable String text, int most) {
    return Limits.text(pointer, text == null ? "" : text, 1, most);
  }
}
