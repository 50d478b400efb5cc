package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the caller is. */
public record SessionView(
    @NotNull String username,
    @Nullable String name,
    @NotNull List<String> roles,
    @NotNull Boolean administrator,
    @Nullable Instant expiresAt) {}
