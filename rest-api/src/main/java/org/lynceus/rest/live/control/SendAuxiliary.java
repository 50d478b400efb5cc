package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** One of the commands that the camera's features name. */
public record SendAuxiliary(@NotNull @Size(min = 1, max = 100) String command) {}
