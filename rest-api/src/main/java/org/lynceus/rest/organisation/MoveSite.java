package org.lynceus.rest.organisation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a site goes. */
public record MoveSite(
    @NotNull UUID parentId,
    @NotNull
        @Min(0)
        @Schema(description = "among the children of the parent, from 0; more than there are: last")
        Integer position) {}
