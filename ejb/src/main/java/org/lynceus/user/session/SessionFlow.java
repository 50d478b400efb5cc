package org.lynceus.user.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.user.SignInUsers;

/**
 * Ends sessions here first and then at Keycloak, which is asked outside any transaction. While
 * Keycloak is away the center refuses the session all the same and goes on telling Keycloak.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionFlow {
  private static final Logger LOG = System.getLogger(SessionFlow.class.getName());

  @Inject private SessionService sessions;
  @Inject private SessionStore store;
  @Inject private SignInUsers signIn;

  /** Signs somebody out; answers whether Keycloak's session is over, too. */
  public boolean end(UUID id, @Nullable String reason) {
    return close(List.of(sessions.end(id, reason)));
  }

  /** Tells Keycloak of one session that was ended, whether it was told before or not. */
  public void close(String sid) {
    close(List.of(sid));
  }

  /** Tells Keycloak of the sessions that it was not told of yet. */
  public void closeOpen() {
    close(store.openAtKeycloak());
  }

  private boolean close(List<String> sids) {
    Set<String> closed = new HashSet<>();
    try {
      for (String sid : sids) {
        signIn.endSession(sid);
        closed.add(sid);
      }
    } catch (DomainException e) {
      LOG.log(Level.DEBUG, "Keycloak could not be told of ended sessions: {0}", e.getMessage());
    }
    if (!closed.isEmpty()) {
      sessions.closedAtKeycloak(closed);
    }
    return closed.size() == sids.size();
  }
}
