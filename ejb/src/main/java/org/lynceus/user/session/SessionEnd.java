package org.lynceus.user.session;

import org.lynceus.shared.Reason;

/** Why the center ended or refuses a session, in words for the one who has it. */
public enum SessionEnd {
  KICKED("signed-out-by-administrator", "An administrator signed you out."),
  ELSEWHERE(
      "signed-in-elsewhere",
      "You signed in elsewhere; your account may be signed in once at a time."),
  PASSWORD("password-renewed", "An administrator made a new password for you."),
  DISABLED("account-ended", "Your account was disabled or deleted."),

  /** Not stored: it holds as long as the session comes from where it may not. */
  NETWORK(
      "network-not-allowed",
      "Your account may be used from certain networks only, and this address is in none of them.");

  private final Reason reason;

  SessionEnd(String code, String text) {
    this.reason = new Reason(code, text);
  }

  public Reason reason() {
    return reason;
  }
}
