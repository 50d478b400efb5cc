package org.lynceus.rest.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.CallerFacts;
import org.wildfly.security.http.oidc.OidcPrincipal;

/**
 * Tells the audit log who calls from where. The address is what the server takes for the client's:
 * a forwarded one only where {@code proxy-address-forwarding} says that a proxy is trusted, never a
 * header that anybody can send.
 */
@WebFilter(value = "/v1/*", asyncSupported = true)
public class CallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CORRELATION = "X-Correlation-Id";

  @Inject private transient CallerFacts facts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String correlation = UUID.randomUUID().toString();
    response.setHeader(CORRELATION, correlation);
    HttpSession session = request.getSession(false);
    facts.tell(
        request.getUserPrincipal() instanceof OidcPrincipal<?> oidc
            ? oidc.getOidcSecurityContext().getToken().getSubject()
            : null,
        request.getRemoteAddr(),
        session == null ? null : digest(session.getId()),
        correlation);
    chain.doFilter(request, response);
  }

  /** Names a session without giving away the id that opens it. */
  public static @Nullable String digest(@Nullable String id) {
    if (id == null) {
      return null;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
