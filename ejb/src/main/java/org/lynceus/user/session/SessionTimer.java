package org.lynceus.user.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.lynceus.shared.DatabaseException;

/**
 * When the node looks after its sessions. Each node does, and what two do twice does no harm. The
 * waits of one kind of work hold up no other.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionTimer {
  private static final Logger LOG = System.getLogger(SessionTimer.class.getName());

  @Inject private Sessions sessions;
  @Inject private SessionService service;
  @Inject private SessionFlow flow;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void look() {
    sessions.refresh();
  }

  @Schedule(hour = "*", minute = "*", second = "3/10", persistent = false)
  public void note() {
    whileTheDatabaseIsThere(sessions::note);
  }

  @Schedule(hour = "*", minute = "*", second = "7/10", persistent = false)
  public void tellKeycloak() {
    whileTheDatabaseIsThere(flow::closeOpen);
  }

  @Schedule(hour = "3", minute = "17", persistent = false)
  public void forgetOld() {
    whileTheDatabaseIsThere(service::forgetOld);
  }

  private static void whileTheDatabaseIsThere(Runnable work) {
    try {
      work.run();
    } catch (DatabaseException | EJBException e) {
      LOG.log(Level.DEBUG, "Sessions are looked after when the database is back", e);
    }
  }
}
