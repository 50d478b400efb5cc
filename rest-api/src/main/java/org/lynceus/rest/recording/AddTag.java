package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment to name. */
public record AddTag(@NotNull Instant at, @NotNull String name, @Nullable String note) {}
