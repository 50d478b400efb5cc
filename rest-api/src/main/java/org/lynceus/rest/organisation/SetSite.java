package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Name and zone of a site. */
public record SetSite(
    @NotNull @Size(min = 1, max = 100) String name,
    @Nullable @Size(max = 60) @Schema(description = "IANA zone; null: that of the parent")
        String zone) {}
