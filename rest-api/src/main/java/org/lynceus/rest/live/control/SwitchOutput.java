package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;

/** Whether an output is to be active. */
public record SwitchOutput(@NotNull Boolean active) {}
