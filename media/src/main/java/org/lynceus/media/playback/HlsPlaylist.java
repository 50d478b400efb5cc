package org.lynceus.media.playback;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lynceus.media.store.Segment;

/**
 * HLS media playlists (RFC 8216, version 7) over recorded files: byte ranges of whole groups of
 * pictures, a map per initialisation segment, a discontinuity between runs, wall clock per part.
 */
public final class HlsPlaylist {
  private HlsPlaylist() {}

  /**
   * The playlist that covers [from, to), beginning at the last key frame at or before from.
   *
   * @param segments of one stream in order of time
   * @param uri address of a segment's file, which must be served with byte ranges
   * @param videoOnlyInit address at which {@link VideoOnlyInit} of the file's start is served; used
   *     for files whose audio browsers cannot play
   */
  public static String of(
      List<Segment> segments,
      Instant from,
      Instant to,
      Function<Segment, String> uri,
      Function<Segment, String> videoOnlyInit) {
    throw new UnsupportedOperationException();
  }
}
