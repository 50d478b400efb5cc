package org.lynceus.rest.live;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.live.PtzMotion;

/** Speeds from -1 to 1; what is left out is 0, and all 0 stops. */
public record MoveCamera(
    @Schema(description = "to the right, -1 to 1") double pan,
    @Schema(description = "up, -1 to 1") double tilt,
    @Schema(description = "closer, -1 to 1") double zoom) {
  PtzMotion motion() {
    return new PtzMotion(pan, tilt, zoom);
  }
}
