package org.lynceus.device.care;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes passwords that devices accept and people can read aloud: letters and digits without those
 * that look alike, at least two of each kind, since many devices ask for a mixture and some refuse
 * special characters. 16 characters are about 92 bits.
 */
final class StrongPassword {
  static final int LEAST = 8;
  static final int USUAL = 16;
  static final int MOST = 32;
  private static final List<String> KINDS =
      List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789");

  private StrongPassword() {}

  /**
   * A new password.
   *
   * @param random must be a secure one
   */
  static String of(Random random, int length) {
    List<Character> letters = new ArrayList<>();
    for (String kind : KINDS) {
      letters.add(one(kind, random));
      letters.add(one(kind, random));
    }
    String all = String.join("", KINDS);
    while (letters.size() < length) {
      letters.add(one(all, random));
    }
    Collections.shuffle(letters, random);
    StringBuilder text = new StringBuilder();
    letters.forEach(text::append);
    return text.toString();
  }

  private static char one(String kind, Random random) {
    return kind.charAt(random.nextInt(kind.length()));
  }
}
