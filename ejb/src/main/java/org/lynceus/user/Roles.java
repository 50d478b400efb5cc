package org.lynceus.user;

/**
 * The roles of the Keycloak realm that let somebody sign in. What he may do then is said by the
 * roles of the center (see {@link Rights}). {@link #USER} lets in and gives nothing; the two others
 * include it and are mapped to a role by default. Realms made before it was added have only those.
 */
public final class Roles {
  public static final String USER = "lynceus-user";
  public static final String OPERATOR = "lynceus-operator";
  public static final String ADMIN = "lynceus-admin";

  private Roles() {}
}
