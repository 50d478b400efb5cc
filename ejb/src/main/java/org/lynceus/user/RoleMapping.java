package org.lynceus.user;

import java.util.UUID;

/**
 * Who is in a group, or has a realm role, of Keycloak has a role here.
 *
 * @param fixed cannot be removed
 */
public record RoleMapping(Kind kind, String name, UUID roleId, boolean fixed) {
  /** Where the name comes from. */
  public enum Kind {
    GROUP,
    REALM_ROLE
  }

  boolean matches(Caller caller) {
    return switch (kind) {
      case REALM_ROLE -> caller.realmRoles().contains(name);
      case GROUP ->
          caller.groups().contains(name)
              || caller.groups().contains("/" + name)
              || name.startsWith("/") && caller.groups().contains(name.substring(1));
    };
  }
}
