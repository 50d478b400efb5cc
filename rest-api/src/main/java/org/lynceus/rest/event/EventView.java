package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.binding.BoundCamera;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.StoredEvent;
import org.lynceus.rest.device.BoundCameraView;
import org.lynceus.rest.shared.ReasonView;

/** A stored event; its id is the id in the event stream. */
public record EventView(
    @NotNull String id,
    @Nullable @Schema(description = "null for an event of the center itself") UUID deviceId,
    @Nullable String deviceName,
    @Nullable UUID channelId,
    @NotNull @Schema(description = "a code of /event-types") String type,
    @Nullable ReasonView reason,
    @NotNull Instant occurredAt,
    @NotNull Instant receivedAt,
    @Nullable
        @Schema(description = "the part of the device, or the part of the center, it is about")
        String source,
    @Nullable @Schema(description = "whether a state began or ended; null for what happens at once")
        Boolean active,
    @Nullable @Schema(description = "what else it says, by name; numbers as text")
        Map<String, String> attributes,
    @Nullable @Schema(description = "in lists, of an event of an input: the cameras that show it")
        List<BoundCameraView> cameras) {
  static EventView of(StoredEvent stored) {
    return of(stored, List.of());
  }

  static EventView of(StoredEvent stored, List<BoundCamera> cameras) {
    DeviceEvent event = stored.event();
    return new EventView(
        Long.toString(stored.id()),
        event.deviceId(),
        stored.deviceName(),
        event.channelId(),
        event.type(),
        ReasonView.of(event.reason()),
        event.occurredAt(),
        stored.receivedAt(),
        event.source(),
        event.active(),
        event.attributes().values().isEmpty() ? null : event.attributes().values(),
        cameras.isEmpty() ? null : cameras.stream().map(BoundCameraView::of).toList());
  }
}
