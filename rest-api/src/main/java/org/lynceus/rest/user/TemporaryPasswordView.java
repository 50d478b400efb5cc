package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password. */
public record TemporaryPasswordView(
    @NotNull @Schema(description = "temporary, shown this once; to be changed at the next sign-in")
        String password) {}
