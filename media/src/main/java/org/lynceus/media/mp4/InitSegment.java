package org.lynceus.media.mp4;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Run;

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
    videoTrack(out, video);
    if (audio != null) {
      audioTrack(out, audio);
    }
    out.begin("mvex");
    trackExtends(out, TrackBox.VIDEO);
    if (audio != null) {
      trackExtends(out, TrackBox.AUDIO);
    }
    return out.end().end();
  }

  private static void videoTrack(BoxBuffer out, VideoConfig video) {
    out.begin("trak");
    TrackBox.header(out, TrackBox.VIDEO, 0, video.width(), video.height());
    out.begin("mdia");
    TrackBox.mediaHeader(out, TrackBox.VIDEO, Run.VIDEO_CLOCK, 0);
    out.begin("minf");
    TrackBox.dataInformation(out, TrackBox.VIDEO);
    out.begin("stbl").beginFull("stsd", 0, 0).u32(1);
    SampleEntry.write(out, video);
    out.end();
    emptyTables(out);
    out.end().end().end().end();
  }

  private static void audioTrack(BoxBuffer out, AudioConfig audio) {
    out.begin("trak");
    TrackBox.header(out, TrackBox.AUDIO, 0, 0, 0);
    out.begin("mdia");
    TrackBox.mediaHeader(out, TrackBox.AUDIO, audio.sampleRate(), 0);
    out.begin("minf");
    TrackBox.dataInformation(out, TrackBox.AUDIO);
    out.begin("stbl").beginFull("stsd", 0, 0).u32(1);
    SampleEntry.write(out, audio);
    out.end();
    emptyTables(out);
    out.end().end().end().end();
  }

  private static void emptyTables(BoxBuffer out) {
    out.beginFull("stts", 0, 0).u32(0).end();
    out.beginFull("stsc", 0, 0).u32(0).end();
    out.beginFull("stsz", 0, 0).u32(0).u32(0).end();
    out.beginFull("stco", 0, 0).u32(0).end();
  }

  private static void trackExtends(BoxBuffer out, int track) {
    out.beginFull("trex", 0, 0).u32(track).u32(1).u32(0).u32(0).u32(0).end();
  }
}
