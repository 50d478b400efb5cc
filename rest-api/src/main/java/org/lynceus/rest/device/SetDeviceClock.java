package org.lynceus.rest.device;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a device gets its time. */
public record SetDeviceClock(
    @Nullable
        @Size(max = 253)
        @Schema(description = "a time server it asks from now on; without it the center's time")
        String server) {}
