package org.lynceus.protocols.registration;

import java.util.Locale;

/** Why a connection of a device ended, or why it does not tell events. */
public enum Loss {
  CLOSED("The device closed the connection."),
  HEARTBEAT_LOST("The device does not answer over its connection any longer."),
  UNAUTHORIZED(
      "The device rejects the user or the password. They are not tried again before they are"
          + " changed here."),
  SIGN_IN_TIMEOUT("The device dialled in and then did not finish signing in."),
  MALFORMED("The device sends what cannot be understood."),
  REPLACED("The device dialled in anew."),
  CHANGED("The device was changed or removed here."),
  EVENTS_REFUSED("The device refuses to tell its events."),
  EVENTS_BLOCK(
      "While it tells events the device answers nothing else over its one connection; so its events"
          + " are left alone."),
  STOPPED("The center stops listening for devices.");

  private final String text;

  Loss(String text) {
    this.text = text;
  }

  /** An English sentence for the device's owner. */
  public String text() {
    return text;
  }

  /** The word used on the wire, for example {@code heartbeat-lost}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
