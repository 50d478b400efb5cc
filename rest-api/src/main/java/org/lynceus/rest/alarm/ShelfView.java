package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Shelf;

/** Alarms held back for a time. */
public record ShelfView(
    @NotNull UUID id,
    @Nullable @Schema(description = "null when it is about a source and type") UUID schemeId,
    @Nullable String type,
    @NotNull @Schema(description = "of the scheme or source") String name,
    @NotNull String reason,
    @NotNull String by,
    @NotNull Instant beginsAt,
    @NotNull Instant endsAt) {
  static ShelfView of(Shelf shelf) {
    return new ShelfView(
        shelf.id(),
        shelf.schemeId(),
        shelf.type(),
        shelf.name(),
        shelf.reason(),
        shelf.by(),
        shelf.begins(),
        shelf.ends());
  }
}
