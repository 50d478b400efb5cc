package org.lynceus.live;

import java.util.List;
import java.util.UUID;

/** Saved walls shown one after the other. */
public record LiveTour(
    UUID id,
    String owner,
    boolean mine,
    String name,
    boolean shared,
    List<Step> steps,
    long version) {
  public LiveTour {
    steps = List.copyOf(steps);
  }

  /** One wall and how long it is shown, 3 to 3600 s. */
  public record Step(UUID viewId, int dwellSeconds) {}
}
