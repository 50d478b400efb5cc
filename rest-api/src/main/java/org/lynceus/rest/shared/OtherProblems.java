package org.lynceus.rest.shared;

import jakarta.ejb.EJBAccessException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * Everything else. What hides a known cause is answered as that; the rest is logged with a
 * correlation id, and only the id leaves the server.
 */
@Provider
public class OtherProblems implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(OtherProblems.class.getName());
  private static final int DEEPEST = 20;

  @Override
  public Response toResponse(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      @Nullable Response known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return unexpected(thrown);
  }

  private static @Nullable Response known(Throwable cause) {
    if (cause instanceof DomainException e) {
      return new DomainProblems().toResponse(e);
    }
    if (cause instanceof EJBAccessException) {
      return Problem.response(ProblemType.FORBIDDEN, null);
    }
    if (cause instanceof OptimisticLockException) {
      return Problem.response(ProblemType.STALE_VERSION, null);
    }
    if (cause instanceof JsonbException
        || cause instanceof JsonParsingException
        || cause instanceof ProcessingException) {
      return Problem.response(ProblemType.MALFORMED, "The body is not the JSON that is expected.");
    }
    if (cause instanceof SQLException e && away(e)) {
      LOG.log(Level.WARNING, "The database is away: {0}", e.getMessage());
      return Problem.response(ProblemType.UNAVAILABLE, "The database does not answer.");
    }
    return null;
  }

  /** Connection exceptions, shutdown, and a pool that has none to give. */
  private static boolean away(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  static Response unexpected(Throwable thrown) {
    String correlationId = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Request failed, correlation id " + correlationId, thrown);
    return Problem.response(
        ProblemType.INTERNAL,
        "Give this correlation id to the administrator, who finds the cause in the log.",
        null,
        List.of(),
        correlationId);
  }
}
