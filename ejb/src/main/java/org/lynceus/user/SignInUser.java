package org.lynceus.user;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as Keycloak knows him.
 *
 * @param realmRoles of the center's own realm roles those he has, composite ones not resolved
 */
public record SignInUser(
    UUID id,
    String username,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    boolean enabled,
    boolean mustChangePassword,
    Set<String> realmRoles) {
  public SignInUser {
    realmRoles = Set.copyOf(realmRoles);
  }

  SignInUser with(Set<String> roles) {
    return new SignInUser(
        id, username, firstName, lastName, email, enabled, mustChangePassword, roles);
  }
}
