package org.lynceus.protocols.onvif;

import java.util.Arrays;

/** Where a text in a picture is written. */
public enum OverlayPosition {
  UPPER_LEFT("UpperLeft"),
  UPPER_RIGHT("UpperRight"),
  LOWER_LEFT("LowerLeft"),
  LOWER_RIGHT("LowerRight"),
  CUSTOM("Custom");

  final String word;

  OverlayPosition(String word) {
    this.word = word;
  }

  /** What a device calls otherwise is a place of its own. */
  static OverlayPosition of(String told) {
    return Arrays.stream(values()).filter(one -> one.word.equals(told)).findFirst().orElse(CUSTOM);
  }
}
