package org.lynceus.rest.live.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.lynceus.protocols.onvif.PresetTour;

/** A tour as it is to be. */
public record SetPresetTour(
    @NotNull @Size(min = 1, max = 100) String name,
    @NotNull @Size(min = 1, max = 64) List<@Valid @NotNull PresetStopView> stops) {
  List<PresetTour.Stop> tour() {
    return stops.stream().map(PresetStopView::stop).toList();
  }
}
