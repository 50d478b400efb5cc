package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how long a channel is to be recorded by hand. */
public record RecordByHand(@NotNull @Schema(minimum = "10", maximum = "86400") Integer seconds) {}
