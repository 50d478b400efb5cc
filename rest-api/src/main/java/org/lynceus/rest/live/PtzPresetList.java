package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The positions a camera keeps. */
public record PtzPresetList(@NotNull List<PtzPresetView> items) {}
