package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The tours a camera keeps. */
public record PresetTourList(@NotNull List<PresetTourView> items) {}
