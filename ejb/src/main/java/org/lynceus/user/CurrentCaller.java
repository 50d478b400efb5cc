package org.lynceus.user;

import jakarta.enterprise.context.RequestScoped;

/** Who makes the request under way. Set once by the edge; nobody until then. */
@RequestScoped
public class CurrentCaller {
  private Caller caller = Caller.NOBODY;

  public Caller get() {
    return caller;
  }

  public void set(Caller newCaller) {
    this.caller = newCaller;
  }
}
