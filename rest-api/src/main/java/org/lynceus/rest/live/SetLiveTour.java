package org.lynceus.rest.live;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.lynceus.live.LiveTour;
import org.lynceus.live.LiveViewService;

/** A tour to save. */
public record SetLiveTour(
    @NotNull String name, @NotNull Boolean shared, @NotNull @Valid List<LiveTourStep> steps) {
  LiveViewService.TourDraft draft() {
    return new LiveViewService.TourDraft(
        name,
        shared,
        steps.stream().map(s -> new LiveTour.Step(s.viewId(), s.dwellSeconds())).toList());
  }
}
