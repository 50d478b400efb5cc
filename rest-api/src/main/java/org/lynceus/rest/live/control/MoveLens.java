package org.lynceus.rest.live.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.live.control.LensMotion;

/** How the lens is to move; an iris step comes before the focus. */
public record MoveLens(
    @Schema(description = "-1 near to 1 far; 0 stops") double focus,
    @Schema(description = "a step: -1 closes, 1 opens") int iris) {
  LensMotion motion() {
    return new LensMotion(focus, iris);
  }
}
