package org.lynceus.rest.recording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to check a volume. */
public record CheckVolume(
    @Nullable @Schema(description = "repair what can be repaired; false when absent")
        Boolean repair,
    @Nullable @Schema(description = "read every file whole, compare digests; false when absent")
        Boolean deep) {}
