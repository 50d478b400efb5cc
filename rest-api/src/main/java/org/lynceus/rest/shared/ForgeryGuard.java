package org.lynceus.rest.shared;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;

/**
 * Against requests that another site makes a signed-in browser send: a request that changes
 * something and comes with the cookie must carry {@code X-Requested-With} and, where the browser
 * says one, our own Origin. A bearer token cannot be sent by another site, so it needs neither.
 */
@Provider
public class ForgeryGuard implements ContainerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private Settings settings;

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod()) || request.getHeaderString("Authorization") != null) {
      return;
    }
    @Nullable String origin = request.getHeaderString("Origin");
    if (request.getHeaderString("X-Requested-With") == null
        || (origin != null && !origin.equals(settings.publicUrl()))) {
      request.abortWith(
          Problem.response(
              ProblemType.FORBIDDEN,
              "A change needs the header X-Requested-With and must come from "
                  + settings.publicUrl()
                  + "."));
    }
  }
}
