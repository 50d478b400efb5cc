package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.Tag;

/** A named moment of a recording. */
public record TagView(
    @NotNull UUID id,
    @NotNull UUID channelId,
    @NotNull Instant at,
    @NotNull String name,
    @Nullable String note,
    @NotNull String by,
    @NotNull Instant createdAt) {
  static TagView of(Tag t) {
    return new TagView(t.id(), t.channelId(), t.at(), t.name(), t.note(), t.by(), t.createdAt());
  }
}
