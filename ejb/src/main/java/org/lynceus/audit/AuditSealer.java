package org.lynceus.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Seals what was committed, about once a second while there is something to seal, and looks at
 * every minute for what other nodes left. Each node does; the database lets one at a time. The
 * chain's head goes into the server's log when a day begins and when the node starts, so that a cut
 * off end shows.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealer {
  private static final Logger LOG = System.getLogger(AuditSealer.class.getName());

  /** An entry written now may commit a little later: this many rounds look for it. */
  private static final int ROUNDS = 10;

  @Inject private AuditSeals seals;
  private final AtomicInteger rounds = new AtomicInteger(ROUNDS);
  private volatile @Nullable String told;

  /** Says that an entry is being written. */
  public void wake() {
    rounds.set(ROUNDS);
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    if (rounds.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
      seal();
    }
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  public void lookAfterOthers() {
    seal();
  }

  @Schedule(hour = "0", minute = "0", second = "10", persistent = false)
  public void beginDay() {
    told = null;
  }

  private void seal() {
    try {
      int sealed;
      do {
        sealed = seals.seal();
      } while (sealed == AuditSeals.BATCH);
      if (told == null) {
        AuditHead head = seals.head();
        told = head.text();
        LOG.log(Level.INFO, "Head of the audit chain: {0}", told);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The audit log could not be sealed; tried again: {0}", e.getMessage());
      wake();
    }
  }
}
