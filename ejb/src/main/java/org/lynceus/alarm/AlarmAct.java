package org.lynceus.alarm;

import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.user.Function;

/**
 * What somebody does about an alarm. What is a false alarm or ignored needs a comment; forwarding
 * needs a user.
 *
 * @param to to whom it is forwarded
 */
public record AlarmAct(Kind kind, @Nullable String comment, @Nullable String to) {
  /** The longest comment. */
  public static final int LONGEST = 1024;

  /** The acts, with their words in the audit log. */
  public enum Kind {
    CLAIM("alarm.claim"),
    TAKE_OVER("alarm.takeover"),
    FORWARD("alarm.forward"),
    RELEASE("alarm.release"),
    RESOLVE("alarm.resolve"),
    FALSE_ALARM("alarm.false"),
    IGNORE("alarm.ignore"),
    REOPEN("alarm.reopen"),
    COMMENT("alarm.comment");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    Function needs() {
      return this == TAKE_OVER ? Function.ALARM_TAKEOVER : Function.ALARM_OPERATE;
    }
  }

  public AlarmAct {
    comment =
        comment == null || comment.isBlank() ? null : Limits.text("/comment", comment, 1, LONGEST);
    boolean mandatory = kind == Kind.FALSE_ALARM || kind == Kind.IGNORE || kind == Kind.COMMENT;
    if (mandatory && comment == null) {
      throw DomainException.invalid("/comment", "Say why, in a comment.");
    }
    if ((kind == Kind.FORWARD) != (to != null)) {
      throw DomainException.invalid("/to", "Say to whom it is forwarded, and only then.");
    }
    to = to == null ? null : Limits.text("/to", to, 1, 255);
  }
}
