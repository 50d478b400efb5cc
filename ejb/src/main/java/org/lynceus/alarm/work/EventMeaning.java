package org.lynceus.alarm.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.EventCatalogue;
import org.lynceus.event.EventType;
import org.lynceus.event.StoredEvent;

/**
 * What stored events mean to alarms. Some states have an event of their own for their beginning and
 * another for their end: such an event begins a state of its type, or ends those of others. The
 * catalogue says which these are.
 */
final class EventMeaning {
  private static final EventCatalogue CATALOGUE = EventCatalogue.known();
  private static final Map<String, List<String>> ENDS =
      CATALOGUE.types().stream()
          .filter(type -> type.endedBy() != null)
          .collect(
              Collectors.groupingBy(
                  EventType::endedBy, Collectors.mapping(EventType::code, Collectors.toList())));

  private EventMeaning() {}

  static List<Told> of(StoredEvent stored) {
    DeviceEvent event = stored.event();
    String type = event.type();
    @Nullable Boolean active = event.active();
    List<Told> told = new ArrayList<>();
    told.add(told(stored, type, active == null && begins(type) ? Boolean.TRUE : active));
    ENDS.getOrDefault(type, List.of())
        .forEach(other -> told.add(told(stored, other, Boolean.FALSE)));
    return told;
  }

  /** Another event tells its end, so this one tells the beginning. */
  private static boolean begins(String code) {
    EventType type = CATALOGUE.type(code);
    return type != null && type.endedBy() != null;
  }

  /** The types whose events end states of these types. */
  static List<String> endsOf(Collection<String> types) {
    return ENDS.entrySet().stream()
        .filter(ends -> ends.getValue().stream().anyMatch(types::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The types whose events can concern alarms of these types, or end the alarm of a type that no
   * scheme names any more.
   */
  static Set<String> concerning(Set<String> types) {
    Set<String> all = new HashSet<>(types);
    all.addAll(ENDS.keySet());
    return all;
  }

  private static Told told(StoredEvent stored, String type, @Nullable Boolean active) {
    DeviceEvent event = stored.event();
    return new Told(
        stored.id(),
        type,
        new Signal(event.uid(), event.occurredAt(), active),
        new Spot(event.channelId(), event.deviceId(), event.source()),
        event.attributes());
  }
}
