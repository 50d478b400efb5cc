package org.lynceus.alarm.linkage;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.shared.GrowingPause;
import org.lynceus.shared.Reason;

/**
 * When actions are done, left out, tried again and given up. Pure: the time and the dice are given.
 */
public final class ActionRule {
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(5), Duration.ofMinutes(5));

  /** What is only of use while it is fresh is not done for what is told later than this. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private static final int LONGEST_REASON = 1000;

  /**
   * What an action is after it was done once.
   *
   * @param due when it is done again; of no meaning unless it is PENDING
   * @param attempts how often it was tried
   */
  public record Step(ActionState state, Instant due, int attempts, @Nullable Reason reason) {}

  private ActionRule() {}

  /** Why an action that is due is left out; null: it is done. */
  static @Nullable Reason leftOut(ActionKind kind, SchemeAction action, Alarm alarm) {
    if (isEnd(kind)) {
      return null;
    }
    if (alarm.gone()) {
      return new Reason("alarm-gone", "A late event showed that this is no alarm.");
    }
    if (action.afterMinutes() > 0) {
      return notEscalated(action, alarm);
    }
    Reason held = held(alarm.held());
    if (held != null) {
      return held;
    }
    return kind.onlyFresh() && alarm.first().isBefore(alarm.raisedAt().minus(FRESH))
        ? new Reason("too-late", "The event was told more than five minutes after it happened.")
        : null;
  }

  /** Why nothing is done about an alarm that is held back; null: it is not. */
  static @Nullable Reason held(Alarm.Hold hold) {
    return switch (hold) {
      case NONE -> null;
      case SHELVED -> new Reason("shelved", "The alarm was shelved when it was raised.");
      case SUPPRESSED -> new Reason("suppressed", "The device of the alarm was away.");
    };
  }

  private static @Nullable Reason notEscalated(SchemeAction action, Alarm alarm) {
    if (alarm.handling() == AlarmHandling.PROCESSING) {
      return new Reason(
          "claimed", Objects.requireNonNullElse(alarm.owner(), "") + " has the alarm.");
    }
    if (alarm.handling().closed()) {
      return new Reason("closed", "The alarm was closed before.");
    }
    if (action.stopOnReturn() && alarm.ended() != null) {
      return new Reason("returned", "The state was over before.");
    }
    return held(alarm.held());
  }

  /**
   * What an outcome makes of an action.
   *
   * @param attempts with the one just made
   * @param begins when it was first due
   * @param dice from 0 to less than 1
   */
  static Step after(
      ActionKind kind,
      int attempts,
      Instant begins,
      ActionOutcome outcome,
      Instant now,
      double dice) {
    Reason reason = shortened(outcome.reason());
    return switch (outcome.kind()) {
      case DONE -> new Step(ActionState.DONE, now, attempts, reason);
      case SKIPPED -> new Step(ActionState.SKIPPED, now, attempts, reason);
      case FAILED -> new Step(ActionState.FAILED, now, attempts, reason);
      case LATER ->
          new Step(
              ActionState.PENDING,
              Objects.requireNonNullElse(outcome.at(), now),
              attempts - 1,
              reason);
      case AGAIN -> {
        Instant next = now.plus(pause(attempts, dice));
        yield next.isAfter(begins.plus(kind.patience()))
            ? new Step(ActionState.FAILED, now, attempts, reason)
            : new Step(ActionState.PENDING, next, attempts, reason);
      }
    };
  }

  /** What an action is whose node went, or lost the database, while it ran. */
  static Step abandoned(ActionKind kind, int attempts, Instant now) {
    return kind.repeatable()
        ? new Step(
            ActionState.PENDING,
            now,
            attempts,
            new Reason("node-went", "Its node went or was cut off while it ran."))
        : new Step(
            ActionState.FAILED,
            now,
            attempts,
            new Reason(
                "done-unknown",
                "Its node went or was cut off while it ran: nobody knows whether it was done."));
  }

  /** Five seconds, doubled each time up to five minutes; a quarter more or less. */
  static Duration pause(int attempts, double dice) {
    return PAUSE.after(attempts, dice);
  }

  /** Whether it ends what an action began: that is done whatever became of the alarm. */
  static boolean isEnd(ActionKind kind) {
    return kind == ActionKind.PTZ_RETURN || kind == ActionKind.OUTPUT_OFF;
  }

  private static @Nullable Reason shortened(@Nullable Reason reason) {
    return reason == null || reason.text().length() <= LONGEST_REASON
        ? reason
        : new Reason(reason.code(), reason.text().substring(0, LONGEST_REASON));
  }
}
