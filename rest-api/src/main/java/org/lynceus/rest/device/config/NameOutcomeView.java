package org.lynceus.rest.device.config;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a channel's name in its picture. */
public record NameOutcomeView(
    @Nullable @Schema(description = "missing when the name is written there already")
        OverlayOutcomeView written) {}
