package org.lynceus.rest.shared;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lynceus.shared.ProblemType;

/** Problems of requests that never reach a resource, such as 401 by the login mechanism. */
@WebServlet("/problem")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemType type =
        switch (response.getStatus()) {
          case 401 -> ProblemType.UNAUTHENTICATED;
          case 403 -> ProblemType.FORBIDDEN;
          case 405 -> ProblemType.METHOD_NOT_ALLOWED;
          case 413 -> ProblemType.TOO_LARGE;
          case 500, 503 -> ProblemType.INTERNAL;
          case 400 -> ProblemType.MALFORMED;
          default -> ProblemType.NOT_FOUND;
        };
    ProblemAnswer.write(response, type, null);
  }
}
