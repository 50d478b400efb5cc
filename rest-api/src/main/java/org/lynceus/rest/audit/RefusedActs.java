package org.lynceus.rest.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;

/** Notes acts that were refused for want of a right: what somebody tried is worth knowing, too. */
@Provider
public class RefusedActs implements ContainerResponseFilter {
  private static final Logger LOG = System.getLogger(RefusedActs.class.getName());
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private AuditLog log;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != 403 || READING.contains(request.getMethod())) {
      return;
    }
    String path = request.getUriInfo().getPath();
    try {
      log.note(
          AuditAct.of(
                  "request.refused",
                  "request",
                  path.length() > 200 ? path.substring(0, 200) : path,
                  request.getMethod() + " " + path)
              .refused());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A refused act could not be logged: {0}", e.getMessage());
    }
  }
}
