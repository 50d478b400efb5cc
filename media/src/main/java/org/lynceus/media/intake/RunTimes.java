package org.lynceus.media.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lynceus.media.gop.Run;

/**
 * Gives runs their wall clock so that a stream's recordings never overlap, over all its
 * connections. A run ends when media time and wall clock part by more than a second at two key
 * frames in a row (one late key frame is only a slow network).
 */
public final class RunTimes {
  private static final Duration MOST_STEP = Duration.ofSeconds(1);

  private final Clock clock;
  private Instant lastEnd = Instant.MIN;
  private Instant wallAtStart = Instant.EPOCH;
  private boolean suspicious;
  private boolean audioExpected = true;

  public RunTimes(Clock clock) {
    this.clock = clock;
  }

  /** The start of a new run whose first key frame came now. */
  Instant begin() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    wallAtStart = now;
    suspicious = false;
    return now.isAfter(lastEnd) ? now : lastEnd;
  }

  /** Whether the wall clock stepped away from the media time of a key frame that came now. */
  boolean stepped(long videoTime) {
    Instant expected = wallAtStart.plusNanos(Run.micros(videoTime) * 1000);
    boolean apart = Duration.between(expected, clock.instant()).abs().compareTo(MOST_STEP) > 0;
    boolean stepped = apart && suspicious;
    suspicious = apart;
    return stepped;
  }

  /**
   * Whether audio that a camera promises can be believed to come: it did last time, or was never
   * waited for.
   */
  boolean audioExpected() {
    return audioExpected;
  }

  void audioExpected(boolean comes) {
    audioExpected = comes;
  }

  /** How far the recordings reach, {@link Instant#MIN} before the first. */
  public Instant lastEnd() {
    return lastEnd;
  }

  /** Notes how far the recordings reach. */
  void reached(Instant end) {
    lastEnd = end.isAfter(lastEnd) ? end : lastEnd;
  }
}
