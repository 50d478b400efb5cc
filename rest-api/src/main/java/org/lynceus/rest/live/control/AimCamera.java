package org.lynceus.rest.live.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A box on the picture in parts of it, 0 to 1; without width and height a point to turn to. */
public record AimCamera(
    @Schema(description = "from the left") double left,
    @Schema(description = "from the top") double top,
    double width,
    double height) {}
