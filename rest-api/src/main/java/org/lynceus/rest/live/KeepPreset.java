package org.lynceus.rest.live;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A name for where a camera looks now. */
public record KeepPreset(@NotNull @Size(min = 1, max = 100) String name) {}
