package org.lynceus.rest.user;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Caller;
import org.lynceus.user.CurrentCaller;
import org.lynceus.user.session.SeenSession;
import org.lynceus.user.session.SessionEnd;
import org.lynceus.user.session.Sessions;

/**
 * Tells the domains who makes the request, and stops those of sessions that were ended. First of
 * all filters (see web.xml).
 */
public class CurrentCallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient CurrentCaller current;
  @Inject private transient Sessions sessions;
  @Inject private transient EndedSessions ended;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Principal principal = request.getUserPrincipal();
    if (principal != null) {
      Caller caller = Callers.of(principal);
      SeenSession session = Callers.session(principal, caller, request);
      current.set(caller, session.sid());
      @Nullable SessionEnd end = sessions.admit(session);
      if (end != null) {
        ended.answer(request, response, session.sid(), end);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
