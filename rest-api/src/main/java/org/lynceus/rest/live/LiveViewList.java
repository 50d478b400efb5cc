package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** One's own and the shared walls. */
public record LiveViewList(@NotNull List<LiveViewView> items) {}
