package org.lynceus.live.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.lynceus.live.PtzHold;
import org.lynceus.live.PtzHolds;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Claims a camera for the caller before he acts on it, by his level. Who is refused is told who has
 * it and until when.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeadClaims {
  private static final Duration AFTER_AN_ACT = Duration.ofSeconds(10);
  private static final int LEVEL_OF_ADMINISTRATORS = 5;
  private static final int LEVEL_OF_OPERATORS = 3;

  @Resource private SessionContext context;
  @Inject private PtzHolds holds;
  @Inject private Rights rights;

  /** Claims it for an act. */
  public PtzHold claim(UUID channel) {
    return claim(channel, AFTER_AN_ACT);
  }

  /** Claims it for a time. */
  public PtzHold claim(UUID channel, Duration time) {
    PtzHold hold = holds.claim(channel, user(), level(), time);
    if (hold == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "Somebody gave the camera free just now; try again.");
    }
    if (!hold.holder().equals(user())) {
      String text = hold.holder() + " moves this camera now.";
      throw new DomainException(
          ProblemType.CONFLICT, text, new Reason("ptz-held", text), List.of());
    }
    return hold;
  }

  /** Gives it free, as far as it is the caller's. */
  public void release(UUID channel) {
    holds.release(channel, user());
  }

  private String user() {
    return context.getCallerPrincipal().getName();
  }

  private int level() {
    Integer own = rights.ptzLevel();
    if (own != null) {
      return own;
    }
    return rights.permits().may(Function.SYSTEM_CONFIGURE)
        ? LEVEL_OF_ADMINISTRATORS
        : LEVEL_OF_OPERATORS;
  }
}
