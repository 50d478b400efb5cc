package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.RecordingLock;

/** Recordings that must not be deleted. */
@Schema(name = "RecordingLockView")
public record LockView(
    @NotNull UUID id,
    @NotNull List<UUID> channelIds,
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull RecordingLock.Kind kind,
    @Nullable @Schema(description = "null: until it is removed") Instant until,
    @NotNull String reason,
    @NotNull String by,
    @NotNull Instant createdAt) {
  static LockView of(RecordingLock lock) {
    return new LockView(
        lock.id(),
        lock.channelIds(),
        lock.range().from(),
        lock.range().to(),
        lock.kind(),
        lock.until(),
        lock.reason(),
        lock.by(),
        lock.createdAt());
  }
}
