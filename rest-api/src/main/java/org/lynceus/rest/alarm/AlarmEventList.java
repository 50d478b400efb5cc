package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.StoredEvent;
import org.lynceus.rest.shared.ReasonView;

/** Events that an alarm is made of, in order of time. */
public record AlarmEventList(@NotNull List<Item> items) {
  /** One of them. */
  @Schema(name = "AlarmEvent")
  public record Item(
      @NotNull String id,
      @NotNull Instant occurredAt,
      @NotNull @Schema(description = "a code of /event-types") String type,
      @Nullable ReasonView reason,
      @NotNull @Schema(description = "what else it says, by name; numbers as text")
          Map<String, String> attributes) {}

  static AlarmEventList of(List<StoredEvent> events) {
    return new AlarmEventList(
        events.stream()
            .map(
                one ->
                    new Item(
                        Long.toString(one.id()),
                        one.event().occurredAt(),
                        one.event().type(),
                        ReasonView.of(one.event().reason()),
                        one.event().attributes().values()))
            .toList());
  }
}
