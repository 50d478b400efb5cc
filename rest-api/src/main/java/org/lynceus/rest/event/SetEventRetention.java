package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long events shall be kept. */
public record SetEventRetention(@NotNull @Schema(description = "7 to 400") Integer days) {}
