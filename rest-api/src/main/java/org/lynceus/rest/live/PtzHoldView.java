package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.lynceus.live.PtzHold;

/** Who moves a camera now. */
public record PtzHoldView(@NotNull String holder, @NotNull Integer level, @NotNull Instant until) {
  public static PtzHoldView of(PtzHold hold) {
    return new PtzHoldView(hold.holder(), hold.level(), hold.until());
  }
}
