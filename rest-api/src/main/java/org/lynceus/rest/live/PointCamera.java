package org.lynceus.rest.live;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a camera is to look: one of preset, home, and pan with tilt and zoom. */
public record PointCamera(
    @Nullable @Size(max = 100) @Schema(description = "token of a kept position") String preset,
    @Schema(description = "the camera's home position") boolean home,
    @Schema(description = "pan, tilt and zoom are parts of the view, not a position")
        boolean relative,
    @Nullable Double pan,
    @Nullable Double tilt,
    @Nullable Double zoom) {
  boolean motion() {
    return preset == null && !home;
  }
}
