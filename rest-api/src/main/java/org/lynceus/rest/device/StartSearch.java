package org.lynceus.rest.device;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where to look for devices. */
public record StartSearch(
    @Nullable
        @Size(max = 50)
        @Schema(
            description =
                "192.168.1.0/24, 192.168.1.10-192.168.1.90 or one address, at most 1024 addresses;"
                    + " without it devices of the own network are asked by WS-Discovery")
        String range) {}
