package org.lynceus.media.gop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.VideoConfig;

/**
 * A stretch of a stream with one timeline and unchanged parameters. Video times count in 1/90000 s
 * from its first key frame, audio times in the audio's own clock from the same moment.
 *
 * @param start wall clock of the first key frame
 */
public record Run(UUID id, Instant start, VideoConfig video, @Nullable AudioConfig audio) {
  /** Ticks a second of all video times. */
  public static final int VIDEO_CLOCK = 90_000;

  /** Microseconds from the start of the run, rounded down, so that lengths add up. */
  public static long micros(long videoTime) {
    return Math.floorDiv(videoTime * 100, 9);
  }

  /** Wall clock of a video time, in whole microseconds after the start. */
  public Instant at(long videoTime) {
    return start.plusNanos(micros(videoTime) * 1000);
  }

  /** RFC 6381 codecs of the tracks. */
  public String codecs() {
    return audio == null ? video.codecString() : video.codecString() + "," + audio.codecString();
  }
}
