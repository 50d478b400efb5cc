package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.lynceus.live.LiveTour;

/** Saved walls shown one after the other; its version is the ETag. */
public record LiveTourView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull Boolean shared,
    @NotNull Boolean mine,
    @NotNull String ownerName,
    @NotNull List<LiveTourStep> steps,
    @NotNull Long version) {
  static LiveTourView of(LiveTour tour) {
    return new LiveTourView(
        tour.id(),
        tour.name(),
        tour.shared(),
        tour.mine(),
        tour.owner(),
        tour.steps().stream().map(s -> new LiveTourStep(s.viewId(), s.dwellSeconds())).toList(),
        tour.version());
  }
}
