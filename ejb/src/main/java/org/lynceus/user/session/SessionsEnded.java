package org.lynceus.user.session;

import java.util.Set;

/** Sessions were ended, named by their sid. */
public record SessionsEnded(Set<String> sids, SessionEnd why) {
  public SessionsEnded {
    sids = Set.copyOf(sids);
  }
}
