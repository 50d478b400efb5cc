package org.lynceus.device.care;

/** What an account of a device may do there, in ONVIF's words. */
public enum AccountLevel {
  ADMINISTRATOR("Administrator"),
  OPERATOR("Operator"),
  USER("User");

  private final String word;

  AccountLevel(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
