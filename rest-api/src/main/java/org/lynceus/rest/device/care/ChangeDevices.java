package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes of many devices that need no asking of them; only the fields that are there. */
public record ChangeDevices(
    @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> deviceIds,
    @Nullable @Schema(description = "where they stand") UUID siteId,
    @Nullable
        @Size(max = 100)
        @Schema(description = "the node that drives them as long as it is alive; empty: any node")
        String homeNode,
    @Nullable
        @Size(min = 1, max = 100)
        @Schema(
            description =
                "their names: {n} or {n:3} is the place among deviceIds, {name} the present name,"
                    + " {model}, {serial} and {host} what they say")
        String name) {}
