package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new user with his first password. */
public record AdmittedUserView(
    @NotNull UserView user,
    @NotNull @Schema(description = "temporary, shown this once; to be changed at the first sign-in")
        String password) {}
