package org.lynceus.rest.shared;

import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Json;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/** Writes a problem where no resource answers: in filters and for the login mechanism. */
public final class ProblemAnswer {
  private ProblemAnswer() {}

  public static void write(HttpServletResponse response, ProblemType type, @Nullable Reason reason)
      throws IOException {
    response.setStatus(type.status());
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    JsonObjectBuilder problem =
        Json.createObjectBuilder()
            .add("type", type.urn())
            .add("title", type.title())
            .add("status", type.status());
    if (reason != null) {
      problem.add("detail", reason.text());
      problem.add(
          "reason",
          Json.createObjectBuilder().add("code", reason.code()).add("text", reason.text()));
    }
    response.getWriter().write(problem.build().toString());
  }
}
