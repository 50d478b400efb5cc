package org.lynceus.protocols.onvif;

import java.util.Arrays;

/** What a text in a picture is. */
public enum OverlayKind {
  PLAIN("Plain"),
  DATE("Date"),
  TIME("Time"),
  DATE_AND_TIME("DateAndTime"),
  /** A picture, or something of the vendor's; it can only be removed. */
  OTHER("");

  final String word;

  OverlayKind(String word) {
    this.word = word;
  }

  static OverlayKind of(String told) {
    return Arrays.stream(values())
        .filter(one -> one != OTHER && one.word.equals(told))
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether it shows a date, a time, or both. */
  public boolean dated() {
    return this == DATE || this == DATE_AND_TIME;
  }

  public boolean timed() {
    return this == TIME || this == DATE_AND_TIME;
  }
}
