package org.lynceus.alarm;

import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * What an act makes of the handling of an alarm, and which acts a state allows. Pure.
 *
 * @param owner set exactly while it is processed
 */
public record HandlingRule(AlarmHandling handling, @Nullable String owner) {

  /**
   * The handling after the act; refuses with the state, or the owner's name, what is not allowed.
   */
  public HandlingRule after(AlarmAct act, String me) {
    return switch (act.kind()) {
      case CLAIM -> {
        requireFree(me);
        yield processing(me);
      }
      case TAKE_OVER -> {
        requireOpen();
        yield processing(me);
      }
      case FORWARD -> {
        requireFree(me);
        yield processing(act.to() == null ? me : act.to());
      }
      case RELEASE -> {
        requireFree(me);
        yield new HandlingRule(AlarmHandling.PENDING, null);
      }
      case RESOLVE -> closed(AlarmHandling.RESOLVED, me);
      case FALSE_ALARM -> closed(AlarmHandling.FALSE_ALARM, me);
      case IGNORE -> closed(AlarmHandling.IGNORED, me);
      case REOPEN -> {
        if (!handling.closed()) {
          throw refused("The alarm is open already.");
        }
        yield new HandlingRule(AlarmHandling.PENDING, null);
      }
      case COMMENT -> this;
    };
  }

  private HandlingRule closed(AlarmHandling verdict, String me) {
    requireFree(me);
    return new HandlingRule(verdict, null);
  }

  private void requireFree(String me) {
    requireOpen();
    if (owner != null && !owner.equals(me)) {
      throw refused(owner + " has this alarm.");
    }
  }

  private void requireOpen() {
    if (handling.closed()) {
      throw refused("The alarm is closed (" + handling + "); reopen it first.");
    }
  }

  private static HandlingRule processing(String owner) {
    return new HandlingRule(AlarmHandling.PROCESSING, owner);
  }

  private static DomainException refused(String why) {
    return new DomainException(ProblemType.CONFLICT, why);
  }
}
