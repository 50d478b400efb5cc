package org.lynceus.media.mp4;

import org.jspecify.annotations.Nullable;

/** Writes initialisation segments: ftyp and moov, without any sample. */
public final class InitSegment {
  private static final int MOVIE_TIMESCALE = 1000;

  private InitSegment() {}

  /** The segment for these tracks. */
  public static BoxBuffer write(VideoConfig video, @Nullable AudioConfig audio) {
    BoxBuffer out = new BoxBuffer();
    out.begin("ftyp").ascii("iso6").u32(1).ascii("iso6").ascii("mp41").ascii("avc1").end();
    out.begin("moov");
    TrackBox.movieHeader(out, MOVIE_TIMESCALE, 0);
    FragmentedTrack.of(video).write(out, null, 1, entry -> SampleEntry.write(entry, video));
    if (audio != null) {
      FragmentedTrack.of(audio).write(out, null, 1, entry -> SampleEntry.write(entry, audio));
    }
    out.begin("mvex");
    FragmentedTrack.of(video).extend(out);
    if (audio != null) {
      FragmentedTrack.of(audio).extend(out);
    }
    return out.end().end();
  }
}
