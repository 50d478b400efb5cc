package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventCategory;
import org.lynceus.event.EventSeverity;
import org.lynceus.event.EventType;

/** A type of events. */
public record EventTypeView(
    @NotNull String code,
    @NotNull EventCategory category,
    @NotNull @Schema(description = "how grave it usually is") EventSeverity severity,
    @Schema(description = "whether it may begin and end; else it happens at once") boolean lasts,
    @Nullable
        @Schema(description = "the type that tells its end, if that is another one than itself")
        String endedBy,
    @NotNull String en,
    @NotNull String zh) {
  static EventTypeView of(EventType type) {
    return new EventTypeView(
        type.code(),
        type.category(),
        type.severity(),
        type.lasts(),
        type.endedBy(),
        type.en(),
        type.zh());
  }
}
