package org.lynceus.rest.shared;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.lynceus.shared.ProblemType;

/** Requests that HTTP itself refuses: unknown path, wrong method, unreadable body. */
@Provider
public class WebProblems implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException e) {
    Response refused = e.getResponse();
    if (refused.hasEntity() || refused.getStatus() < 400) {
      return refused;
    }
    ProblemType type = type(refused.getStatus());
    if (type == ProblemType.INTERNAL) {
      return OtherProblems.unexpected(e);
    }
    Response answer = Problem.response(type, null);
    Object allow = refused.getHeaders().getFirst("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }

  private static ProblemType type(int status) {
    return switch (status) {
      case 401 -> ProblemType.UNAUTHENTICATED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
    };
  }
}
