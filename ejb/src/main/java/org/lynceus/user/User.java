package org.lynceus.user;

/** A user: what Keycloak and what the center knows of him. */
public record User(SignInUser signIn, Account account) {}
