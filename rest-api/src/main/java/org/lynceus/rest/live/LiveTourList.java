package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** One's own and the shared tours. */
public record LiveTourList(@NotNull List<LiveTourView> items) {}
