package org.lynceus.rest.user;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;
import org.lynceus.user.CurrentCaller;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;
import org.lynceus.user.session.LastSignIn;
import org.lynceus.user.session.Sessions;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** The caller's session: who it is, signing in and out. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Inject private Settings settings;
  @Inject private Rights rights;
  @Inject private CurrentCaller current;
  @Inject private Sessions sessions;
  @Context private HttpServletRequest request;

  @GET
  @Operation(operationId = "getSession", summary = "Who the caller is")
  public SessionView get() {
    Principal principal = request.getUserPrincipal();
    List<String> roles =
        Stream.of(Roles.USER, Roles.OPERATOR, Roles.ADMIN).filter(request::isUserInRole).toList();
    if (roles.isEmpty()) {
      throw new DomainException(
          ProblemType.FORBIDDEN,
          "The user "
              + principal.getName()
              + " has no role in Lynceus; an administrator gives one.");
    }
    @Nullable OidcSecurityContext context = context(principal);
    return new SessionView(
        principal.getName(),
        context == null ? null : context.getToken().getClaimValueAsString("name"),
        roles,
        rights.permits().mayEverywhere(Function.SYSTEM_CONFIGURE),
        rights.permits().functions().stream().map(Function::word).toList(),
        context == null ? null : Instant.ofEpochSecond(context.getToken().getExpiration()),
        LastSignInView.of(signInBefore(), request.getRemoteAddr()));
  }

  private @Nullable LastSignIn signInBefore() {
    @Nullable String sid = current.session();
    return sid == null ? null : sessions.signInBefore(sid);
  }

  /** A browser without a session is sent to Keycloak by asking for this, and comes back to it. */
  @GET
  @Path("login")
  @Operation(operationId = "login", summary = "Signs a browser in, then shows /signed-in")
  @Produces({MediaType.TEXT_HTML, MediaType.WILDCARD})
  public Response login() {
    return Response.status(Response.Status.FOUND)
        .location(URI.create(settings.publicUrl() + "/signed-in"))
        .build();
  }

  @POST
  @Path("logout")
  @Operation(
      operationId = "logout",
      summary = "Ends the session here and tells where Keycloak's session is ended")
  public LogoutView logout() {
    @Nullable OidcSecurityContext context = context(request.getUserPrincipal());
    @Nullable String sid = current.session();
    if (sid != null) {
      sessions.left(sid);
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    String home = settings.publicUrl() + "/";
    if (context == null || context.getIDTokenString() == null || settings.oidcUrl().isEmpty()) {
      return new LogoutView(home);
    }
    return new LogoutView(
        settings.oidcUrl().get()
            + "/protocol/openid-connect/logout?id_token_hint="
            + encode(context.getIDTokenString())
            + "&post_logout_redirect_uri="
            + encode(home));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable OidcSecurityContext context(@Nullable Principal principal) {
    return principal instanceof OidcPrincipal<?> oidc ? oidc.getOidcSecurityContext() : null;
  }
}
