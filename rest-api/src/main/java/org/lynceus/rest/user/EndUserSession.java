package org.lynceus.rest.user;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody is signed out. */
public record EndUserSession(
    @Nullable @Size(max = 500) @Schema(description = "for the audit log") String reason) {}
