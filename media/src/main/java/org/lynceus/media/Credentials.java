package org.lynceus.media;

/** A user name and password for a camera. The text form never shows the password. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
