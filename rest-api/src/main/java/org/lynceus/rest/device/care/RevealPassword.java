package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why somebody wants to see a password. */
public record RevealPassword(@NotNull @Size(min = 3, max = 300) String reason) {}
