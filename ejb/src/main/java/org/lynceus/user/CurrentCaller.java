package org.lynceus.user;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who makes the request under way, by which session. Set once by the edge; nobody until then. */
@RequestScoped
public class CurrentCaller {
  private Caller caller = Caller.NOBODY;
  private @Nullable String session;

  public Caller get() {
    return caller;
  }

  /** The sid of the session, null until it is set. */
  public @Nullable String session() {
    return session;
  }

  public void set(Caller newCaller, String newSession) {
    this.caller = newCaller;
    this.session = newSession;
  }
}
