package org.lynceus.alarm.linkage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * What came of doing an action once.
 *
 * @param reason why; of DONE what else is to be said
 * @param at of LATER: when
 */
record ActionOutcome(Kind kind, @Nullable Reason reason, @Nullable Instant at) {
  /** How it went. */
  enum Kind {
    DONE,
    SKIPPED,
    /** Not done, and trying again would not help or could do it twice. */
    FAILED,
    /** Not done for sure; it may be done when it is tried again. */
    AGAIN,
    /** Its turn has not come; that does not count as trying. */
    LATER
  }

  static ActionOutcome done() {
    return new ActionOutcome(Kind.DONE, null, null);
  }

  static ActionOutcome done(String code, String text) {
    return new ActionOutcome(Kind.DONE, new Reason(code, text), null);
  }

  static ActionOutcome skipped(Reason reason) {
    return new ActionOutcome(Kind.SKIPPED, reason, null);
  }

  static ActionOutcome failed(String code, String text) {
    return new ActionOutcome(Kind.FAILED, new Reason(code, text), null);
  }

  static ActionOutcome again(String code, String text) {
    return new ActionOutcome(Kind.AGAIN, new Reason(code, text), null);
  }

  static ActionOutcome later(Instant at, String code, String text) {
    return new ActionOutcome(Kind.LATER, new Reason(code, text), at);
  }
}
