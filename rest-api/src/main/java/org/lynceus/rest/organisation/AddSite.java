package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A site to add, as the last one below its parent. */
public record AddSite(
    @NotNull UUID parentId,
    @NotNull @Size(min = 1, max = 100) String name,
    @Nullable @Size(max = 60) @Schema(description = "IANA zone; null: that of the parent")
        String zone) {}
