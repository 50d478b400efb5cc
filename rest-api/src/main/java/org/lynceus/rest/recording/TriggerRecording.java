package org.lynceus.rest.recording;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.RecordingKind;

/** Motion or an alarm at a channel. */
public record TriggerRecording(
    @NotNull @Schema(description = "MOTION or ALARM") RecordingKind kind,
    @Nullable @Min(1) @Max(600) @Schema(description = "how long it goes on, 1 when absent")
        Integer seconds) {}
