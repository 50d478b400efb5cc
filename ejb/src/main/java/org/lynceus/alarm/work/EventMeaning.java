package org.lynceus.alarm.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.StoredEvent;

/**
 * What stored events mean to alarms. Some states have an event of their own for their beginning and
 * another for their end: such an event begins a state of its type, or ends those of others.
 */
final class EventMeaning {
  private static final Map<String, List<String>> ENDS =
      Map.of(
          "DEVICE_ONLINE", List.of("DEVICE_OFFLINE"),
          "CHANNEL_ONLINE", List.of("CHANNEL_OFFLINE"),
          "RECORDING_STARTED", List.of("RECORDING_INTERRUPTED"),
          "EVENTS_ONLINE", List.of("EVENTS_OFFLINE"),
          "VOLUME_READY",
              List.of(
                  "VOLUME_FULL",
                  "VOLUME_STALLED",
                  "VOLUME_MISSING",
                  "VOLUME_READ_ONLY",
                  "VOLUME_FAILED",
                  "VOLUME_LOCKED"));
  private static final List<String> BEGIN = ENDS.values().stream().flatMap(List::stream).toList();

  private EventMeaning() {}

  static List<Told> of(StoredEvent stored) {
    DeviceEvent event = stored.event();
    String type = event.type().toString();
    @Nullable Boolean active = event.active();
    List<Told> told = new ArrayList<>();
    told.add(told(stored, type, active == null && BEGIN.contains(type) ? Boolean.TRUE : active));
    ENDS.getOrDefault(type, List.of())
        .forEach(other -> told.add(told(stored, other, Boolean.FALSE)));
    return told;
  }

  private static Told told(StoredEvent stored, String type, @Nullable Boolean active) {
    DeviceEvent event = stored.event();
    return new Told(
        stored.id(),
        type,
        new Signal(event.uid(), event.occurredAt(), active),
        new Spot(event.channelId(), event.deviceId(), event.source()));
  }
}
