package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;

/** Where to go so that Keycloak's session ends too. */
public record LogoutView(@NotNull String location) {}
