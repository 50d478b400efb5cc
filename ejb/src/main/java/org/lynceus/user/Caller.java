package org.lynceus.user;

import java.util.Set;

/**
 * Who calls, as the sign-in says.
 *
 * @param name user of the sign-in (preferred_username)
 * @param realmRoles roles in the realm, composite ones resolved
 * @param groups groups of Keycloak, with or without a leading slash; LDAP and AD come through them
 */
public record Caller(String name, Set<String> realmRoles, Set<String> groups) {
  /** The center itself, and whoever is not signed in: has no right. */
  public static final Caller NOBODY = new Caller("", Set.of(), Set.of());

  public Caller {
    realmRoles = Set.copyOf(realmRoles);
    groups = Set.copyOf(groups);
  }
}
