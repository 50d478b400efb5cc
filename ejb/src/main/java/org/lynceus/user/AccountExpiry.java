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

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void expire() {
    for (Account account : accounts.expired()) {
      try {
        signIn.enable(account.id(), false);
        signIn.endSessions(account.id());
        accounts.expire(account);
      } catch (DomainException e) {
        if (e.reason() != null && e.reason().code().equals("no-user-management")) {
          accounts.expire(account);
        } else {
          LOG.log(
              Level.WARNING, "{0} could not be disabled: {1}", account.username(), e.getMessage());
        }
      }
    }
  }
}
