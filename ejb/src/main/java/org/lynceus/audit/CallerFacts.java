package org.lynceus.audit;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * What the edge knows of the request under way, for the log: Keycloak's subject, the client's
 * address (as the server sees it, behind a trusted proxy the one that it forwards), the session's
 * digest and the request's correlation id. Empty for work of the center itself.
 */
@RequestScoped
public class CallerFacts {
  private @Nullable String subject;
  private @Nullable String address;
  private @Nullable String session;
  private @Nullable String correlation;

  public void tell(
      @Nullable String ofSubject,
      @Nullable String ofAddress,
      @Nullable String ofSession,
      @Nullable String ofCorrelation) {
    this.subject = ofSubject;
    this.address = ofAddress;
    this.session = ofSession;
    this.correlation = ofCorrelation;
  }

  public @Nullable String subject() {
    return subject;
  }

  public @Nullable String address() {
    return address;
  }

  public @Nullable String session() {
    return session;
  }

  public @Nullable String correlation() {
    return correlation;
  }
}
