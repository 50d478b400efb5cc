package org.lynceus.media.intake;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Run;

/**
 * Places audio on a run's timeline: exactly, when the server told which RTP timestamps of both
 * tracks mean the same moment, else by when the first packet came. A place further than 3 s from
 * the arrival is not believed.
 */
final class AudioTimes {
  private static final long MOST_SECONDS_APART = 3;

  private final int clock;
  private @Nullable Long videoMoment;
  private @Nullable Long audioMoment;
  private long origin;
  private boolean placed;

  AudioTimes(int clock) {
    this.clock = clock;
  }

  void sameMoment(@Nullable Long video, @Nullable Long audio) {
    videoMoment = video;
    audioMoment = audio;
  }

  /** A new run began: its time zero is this RTP time of the video. */
  void begin(long videoOrigin) {
    placed = false;
    if (videoMoment != null && audioMoment != null) {
      int sinceMoment = (int) (videoOrigin - videoMoment);
      origin = audioMoment + (long) sinceMoment * clock / Run.VIDEO_CLOCK;
      placed = true;
    }
  }

  /** The time on the run, negative before its start. */
  long time(long timestamp, long nanosSinceBegin) {
    long arrival = nanosSinceBegin / 1000 * clock / 1_000_000;
    long time = placed ? wrapped(timestamp - origin) : arrival;
    if (!placed || Math.abs(time - arrival) > MOST_SECONDS_APART * clock) {
      origin = timestamp - arrival;
      placed = true;
      return arrival;
    }
    return time;
  }

  /** Brings a difference of a 32-bit counter and one that was extended over its wraps near zero. */
  private static long wrapped(long difference) {
    return Math.abs(difference) < 1L << 31 ? difference : (int) difference;
  }
}
