package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.store.Segment;

/**
 * Fast and reverse playback without decoding: the key frames of recorded segments as a small
 * fragmented MP4 of their own, each shown as long as the speed wants.
 */
public final class KeyFrameClip {
  private KeyFrameClip() {}

  /**
   * A piece of trick play.
   *
   * @param mp4 an initialisation segment and one fragment; decode times begin at 0
   * @param frameTimes wall clock of each frame, in playing order
   * @param next where to go on, null at the end of the given segments
   */
  public record Clip(byte[] mp4, List<Instant> frameTimes, @Nullable Instant next) {
    public Clip {
      frameTimes = List.copyOf(frameTimes);
    }
  }

  /**
   * Makes a clip. It ends early where the parameters of the video change and at 64 MiB.
   *
   * @param segments of one stream in order of time; those of a sensible range around from
   * @param file where a segment's file is
   * @param from forward: first key frame at or after this; backward: at or before
   * @param count 1 to 100 key frames
   * @param speed 1 to 64: how much faster than recorded
   * @throws NothingRecordedException when there is no key frame in that direction
   */
  public static Clip of(
      List<Segment> segments,
      Function<Segment, Path> file,
      Instant from,
      boolean backward,
      int count,
      double speed)
      throws IOException {
    throw new UnsupportedOperationException("in the making");
  }
}
