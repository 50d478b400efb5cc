package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.protocols.onvif.PtzNode;

/** What a camera's head can do. */
public record PtzFeatures(
    @NotNull List<String> auxiliary,
    @NotNull @Schema(description = "how many preset tours it keeps; 0: none") Integer tours,
    @NotNull Boolean home,
    @NotNull @Schema(description = "turns to a place of the picture exactly; else by an estimate")
        Boolean exactAim) {
  static PtzFeatures of(PtzNode node) {
    return new PtzFeatures(node.auxiliary(), node.tours(), node.home(), node.fov() != null);
  }
}
