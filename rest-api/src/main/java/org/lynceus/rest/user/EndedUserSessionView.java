package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a session that was ended; the center refuses it in any case. */
public record EndedUserSessionView(
    @NotNull
        @Schema(
            description =
                "whether Keycloak's session is over, too; if not, the center goes on telling it")
        Boolean endedAtKeycloak) {}
