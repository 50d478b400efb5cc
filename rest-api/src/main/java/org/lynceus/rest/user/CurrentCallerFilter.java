package org.lynceus.rest.user;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.lynceus.user.CurrentCaller;

/** Tells the domains who makes the request. First of all filters (see web.xml). */
public class CurrentCallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient CurrentCaller current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Principal principal = request.getUserPrincipal();
    if (principal != null) {
      current.set(Callers.of(principal));
    }
    chain.doFilter(request, response);
  }
}
