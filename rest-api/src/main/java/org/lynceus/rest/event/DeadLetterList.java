package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Messages that could not be handled. */
public record DeadLetterList(
    @NotNull @Schema(description = "the node whose broker holds them: the one that answers")
        String node,
    @NotNull @Schema(description = "how many there are") Long total,
    @NotNull @Schema(description = "the oldest 100") List<DeadLetterView> items) {}
