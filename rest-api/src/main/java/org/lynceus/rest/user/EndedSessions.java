package org.lynceus.rest.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.lynceus.rest.shared.ProblemAnswer;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;
import org.lynceus.user.session.SessionEnd;
import org.lynceus.user.session.SessionFlow;

/**
 * Answers requests of sessions that the center ended: 401 with the reason, again and again, so that
 * a browser can say it whenever it asks. Only the way to sign in leads on: it forgets the session,
 * tells Keycloak, and goes there. Should Keycloak, which could not be told, send the browser back
 * with the same session, the browser is led to sign out there, instead of round in circles.
 */
@ApplicationScoped
public class EndedSessions {
  private static final String LOGIN = "/v1/session/login";
  private static final String AGAIN = "again";

  @Inject private Settings settings;
  @Inject private SessionFlow flow;

  void answer(HttpServletRequest request, HttpServletResponse response, String sid, SessionEnd end)
      throws IOException {
    if (!request.getRequestURI().equals(request.getContextPath() + LOGIN)) {
      ProblemAnswer.write(response, ProblemType.UNAUTHENTICATED, end.reason());
      return;
    }
    if (end != SessionEnd.NETWORK) {
      flow.close(sid);
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Location",
        request.getParameter(AGAIN) == null
            ? settings.publicUrl() + request.getContextPath() + LOGIN + "?" + AGAIN + "=1"
            : signOutAtKeycloak());
  }

  private String signOutAtKeycloak() {
    return settings.oidcUrl().orElse("")
        + "/protocol/openid-connect/logout?client_id="
        + encode(settings.oidcClient())
        + "&post_logout_redirect_uri="
        + encode(settings.publicUrl() + "/");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
