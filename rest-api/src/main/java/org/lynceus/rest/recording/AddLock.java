package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.RecordingLock;

/** Recordings to lock. */
@Schema(name = "AddRecordingLock")
public record AddLock(
    @NotNull List<@NotNull UUID> channelIds,
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull RecordingLock.Kind kind,
    @Nullable @Schema(description = "end of an INCIDENT's lock") Instant until,
    @NotNull String reason) {}
