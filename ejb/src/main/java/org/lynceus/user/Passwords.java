package org.lynceus.user;

import java.security.SecureRandom;

/**
 * Temporary passwords: four groups of five from 32 letters and digits that are not mistaken for one
 * another, about 98 bits; always with a capital, a small letter, a digit and a sign, as stricter
 * policies of a realm ask for.
 */
final class Passwords {
  private static final String SMALL = "abcdefghjkmnpqrstuvwxyz";
  private static final String CAPITAL = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGIT = "23456789";
  private static final String ANY = SMALL + "3456789" + "AB";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  static String next() {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < 4; group++) {
      text.append(group == 0 ? "" : "-");
      text.append(one(group == 0 ? CAPITAL : group == 1 ? DIGIT : SMALL));
      for (int i = 0; i < 4; i++) {
        text.append(one(ANY));
      }
    }
    return text.toString();
  }

  private static char one(String alphabet) {
    return alphabet.charAt(RANDOM.nextInt(alphabet.length()));
  }
}
