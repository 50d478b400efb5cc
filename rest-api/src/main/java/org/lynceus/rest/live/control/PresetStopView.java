package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.protocols.onvif.PresetTour;

/** Where a tour of a camera stays. */
public record PresetStopView(
    @NotNull @Size(min = 1, max = 100) @Schema(description = "token of the preset") String preset,
    @NotNull @Schema(description = "for how long, 1 to 3600") Double seconds,
    @NotNull @Schema(description = "of the way there, above 0, up to 1") Double speed) {
  static PresetStopView of(PresetTour.Stop stop) {
    return new PresetStopView(stop.preset(), stop.seconds(), stop.speed());
  }

  PresetTour.Stop stop() {
    return new PresetTour.Stop(preset, seconds, speed);
  }
}
