package org.lynceus.user;

/**
 * The roles of the Keycloak realm. An operator watches, plays back and downloads; an administrator
 * also configures and has the operator's role as well.
 */
public final class Roles {
  public static final String OPERATOR = "lynceus-operator";
  public static final String ADMIN = "lynceus-admin";

  private Roles() {}
}
