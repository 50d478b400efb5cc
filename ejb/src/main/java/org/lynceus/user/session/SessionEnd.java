package org.lynceus.user.session;

import org.lynceus.shared.Reason;

/** Why the center ended a session, in words for the one who had it. */
public enum SessionEnd {
  KICKED("signed-out-by-administrator", "An administrator signed you out."),
  ELSEWHERE(
      "signed-in-elsewhere",
      "You signed in elsewhere; your account may be signed in once at a time."),
  PASSWORD("password-renewed", "An administrator made a new password for you."),
  DISABLED("account-ended", "Your account was disabled or deleted.");

  private final Reason reason;

  SessionEnd(String code, String text) {
    this.reason = new Reason(code, text);
  }

  public Reason reason() {
    return reason;
  }
}
