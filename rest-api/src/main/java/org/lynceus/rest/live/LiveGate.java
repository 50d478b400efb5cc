package org.lynceus.rest.live;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lynceus.live.LiveService;

/**
 * Checks the right to watch while the handshake is still an HTTP request: the endpoint itself runs
 * without the caller's identity.
 */
@WebFilter(value = "/v1/channels/*", asyncSupported = true)
public class LiveGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient LiveService live;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader("Upgrade") != null) {
      try {
        live.requireMayWatch();
      } catch (EJBAccessException e) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
