package org.lynceus.protocols.onvif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.xml.XmlElement;

/**
 * A notification of a device (ONVIF Core 9.4, 9.5).
 *
 * @param topic its path without prefixes, for example {@code VideoSource/MotionAlarm}
 * @param at on the device's clock; null when it does not tell a time
 * @param operation {@code Initialized}, {@code Changed} or {@code Deleted} of a property, else
 *     empty
 * @param source items that say where it is about, by name
 * @param data items that say what happened, by name
 */
public record OnvifEvent(
    String topic,
    @Nullable Instant at,
    String operation,
    Map<String, String> source,
    Map<String, String> data) {
  private static final int MOST_EVENTS = 1000;
  private static final int MOST_ITEMS = 50;
  private static final int MOST_TEXT = 200;

  /** The notifications in an answer to PullMessages; those without a topic are left out. */
  static List<OnvifEvent> of(XmlElement answer) {
    return answer
        .all("NotificationMessage")
        .limit(MOST_EVENTS)
        .map(OnvifEvent::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<OnvifEvent> read(XmlElement notification) {
    String topic = plain(notification.text("Topic"));
    XmlElement message = notification.first("Message", "Message").orElse(null);
    return topic.isEmpty() || message == null
        ? Optional.empty()
        : Optional.of(
            new OnvifEvent(
                topic,
                time(message.attribute("UtcTime")),
                limited(message.attribute("PropertyOperation")),
                items(message.all("Source", "SimpleItem")),
                items(message.all("Data", "SimpleItem"))));
  }

  /** Prefixes are the device's own, and some get their namespaces wrong. */
  private static String plain(String topic) {
    return Stream.of(limited(topic).split("/"))
        .map(step -> step.substring(step.indexOf(':') + 1).strip())
        .filter(step -> !step.isEmpty())
        .collect(Collectors.joining("/"));
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noZone) {
      try {
        return Instant.parse(text + "Z");
      } catch (DateTimeException nonsense) {
        return null;
      }
    }
  }

  private static Map<String, String> items(Stream<XmlElement> items) {
    Map<String, String> found = new LinkedHashMap<>();
    items
        .limit(MOST_ITEMS)
        .forEach(
            item ->
                found.putIfAbsent(
                    limited(item.attribute("Name")), limited(item.attribute("Value"))));
    return Map.copyOf(found);
  }

  private static String limited(String text) {
    String plain = text.strip();
    return plain.length() <= MOST_TEXT ? plain : plain.substring(0, MOST_TEXT);
  }
}
