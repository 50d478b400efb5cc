package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One wall of a tour and how long it is shown. */
public record LiveTourStep(
    @NotNull UUID viewId, @NotNull @Schema(minimum = "3", maximum = "3600") Integer dwellSeconds) {}
