package org.lynceus.rest.live;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.lynceus.live.LiveService;
import org.lynceus.shared.DomainException;

/**
 * Checks the right to watch, or to talk, while the handshake is still an HTTP request: the endpoint
 * itself runs without the caller's identity. Behind the filter that tells who calls (see web.xml).
 */
public class LiveGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient LiveService live;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader("Upgrade") != null) {
      try {
        if (request.getRequestURI().endsWith("/talk")) {
          live.requireMayTalk(channel(request));
        } else {
          live.requireMayWatch(channel(request));
        }
      } catch (EJBAccessException e) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      } catch (DomainException e) {
        response.sendError(e.type().status());
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** The id in {@code /v1/channels/<id>/...}. */
  private static UUID channel(HttpServletRequest request) {
    String[] parts =
        request.getRequestURI().substring(request.getContextPath().length()).split("/");
    try {
      return UUID.fromString(parts.length > 3 ? parts[3] : "");
    } catch (IllegalArgumentException e) {
      throw DomainException.notFound("channel");
    }
  }
}
