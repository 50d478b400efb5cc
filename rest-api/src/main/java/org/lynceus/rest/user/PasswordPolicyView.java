package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Keycloak asks of the passwords that people choose. */
public record PasswordPolicyView(
    @NotNull @Schema(description = "rules as Keycloak writes them, such as length(12)")
        List<String> rules) {}
