package org.lynceus.live.talk;

import java.time.Duration;

/**
 * Notices that nobody speaks any more: nothing louder than -50 dB of full scale for twenty seconds.
 * Counts what was heard, not the clock; {@link #nothing} counts for what did not come at all.
 */
final class Silence {
  /** After so long a talk ends. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  private static final double QUIET = 32_768 * Math.pow(10, -50 / 20.0);
  private static final int RATE = 8000;
  private long quiet;

  /** Takes samples of 16 bits, 8000 a second. */
  void heard(short[] samples) {
    double squares = 0;
    for (short sample : samples) {
      squares += (double) sample * sample;
    }
    boolean spoken = samples.length > 0 && Math.sqrt(squares / samples.length) > QUIET;
    quiet = spoken ? 0 : quiet + samples.length;
  }

  /** Nothing came for so long. */
  void nothing(Duration time) {
    quiet += time.toMillis() * RATE / 1000;
  }

  boolean tooLong() {
    return quiet >= LONGEST.toSeconds() * RATE;
  }
}
