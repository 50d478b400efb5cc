package org.lynceus.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.lynceus.shared.DomainException;
import org.lynceus.user.session.SessionEnd;
import org.lynceus.user.session.SessionService;

/**
 * Disables users whose time is over, in Keycloak too. Their rights end at that very moment without
 * this ({@link Rights}); this ends their sessions. Twice by two nodes does no harm; what fails is
 * tried again.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountExpiry {
  private static final Logger LOG = System.getLogger(AccountExpiry.class.getName());

  @Inject private AccountService accounts;
  @Inject private SignInUsers signIn;
  @Inject private SessionService sessions;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void expire() {
    for (Account account : accounts.expired()) {
      try {
        signIn.enable(account.id(), false);
        signIn.endSessions(account.id());
        expire(account);
      } catch (DomainException e) {
        if (e.reason() != null && e.reason().code().equals("no-user-management")) {
          expire(account);
        } else {
          LOG.log(
              Level.WARNING, "{0} could not be disabled: {1}", account.username(), e.getMessage());
        }
      }
    }
  }

  private void expire(Account account) {
    accounts.expire(account);
    sessions.endAll(account.username(), SessionEnd.DISABLED);
  }
}
