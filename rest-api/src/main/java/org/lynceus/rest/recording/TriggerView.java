package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a trigger. */
public record TriggerView(
    @NotNull @Schema(description = "whether an active plan waited for it") Boolean recording) {}
