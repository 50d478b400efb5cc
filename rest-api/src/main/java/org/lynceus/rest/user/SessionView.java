package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who the caller is. */
public record SessionView(
    @NotNull String username,
    @Nullable String name,
    @NotNull List<String> roles,
    @NotNull @Schema(description = "may configure the center as a whole") Boolean administrator,
    @NotNull @Schema(description = "what the caller may do anywhere, for example live.view")
        List<String> functions,
    @Nullable Instant expiresAt,
    @Nullable LastSignInView lastSignIn) {}
