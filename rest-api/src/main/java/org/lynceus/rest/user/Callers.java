package org.lynceus.rest.user;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Caller;
import org.lynceus.user.session.SeenSession;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.RealmAccessClaim;

/**
 * Reads who calls out of the token of the sign-in: name, realm roles, the claim groups and the
 * session.
 */
public final class Callers {
  private static final int MOST_GROUPS = 1000;

  private Callers() {}

  public static Caller of(Principal principal) {
    @Nullable AccessToken token =
        principal instanceof OidcPrincipal<?> oidc
            ? oidc.getOidcSecurityContext().getToken()
            : null;
    if (token == null) {
      return new Caller(principal.getName(), Set.of(), Set.of());
    }
    @Nullable RealmAccessClaim realm = token.getRealmAccessClaim();
    return new Caller(
        principal.getName(),
        realm == null || realm.getRoles() == null ? Set.of() : new HashSet<>(realm.getRoles()),
        groups(token));
  }

  /** The session that makes the request; the address is what the server takes for the client's. */
  public static SeenSession session(
      Principal principal, Caller caller, HttpServletRequest request) {
    return SeenSession.of(
        sid(principal), caller, request.getRemoteAddr(), request.getHeader("User-Agent"));
  }

  /** Names the session of a principal, also where there is no request any more. */
  public static String sid(Principal principal, Caller caller) {
    return SeenSession.of(sid(principal), caller, null, null).sid();
  }

  private static @Nullable String sid(Principal principal) {
    return principal instanceof OidcPrincipal<?> oidc
        ? oidc.getOidcSecurityContext().getToken().getClaimValueAsString("sid")
        : null;
  }

  private static Set<String> groups(AccessToken token) {
    Object claim = token.hasClaim("groups") ? token.getClaimValue("groups") : List.of();
    Set<String> names = new HashSet<>();
    if (claim instanceof Collection<?> several) {
      several.stream().limit(MOST_GROUPS).forEach(one -> names.add(String.valueOf(one)));
    } else if (claim instanceof String one) {
      names.add(one);
    }
    return names;
  }
}
