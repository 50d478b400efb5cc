package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.protocols.onvif.PresetTour;

/** A tour that a camera keeps. */
public record PresetTourView(
    @NotNull String token,
    @NotNull String name,
    @NotNull @Schema(description = "Idle, Touring, Paused or Extended") String state,
    @NotNull List<PresetStopView> stops) {
  static PresetTourView of(PresetTour tour) {
    return new PresetTourView(
        tour.token(),
        tour.name(),
        tour.state(),
        tour.stops().stream().map(PresetStopView::of).toList());
  }
}
