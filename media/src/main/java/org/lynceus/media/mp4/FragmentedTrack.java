package org.lynceus.media.mp4;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Run;

/**
 * The description of a track in a fragmented file: its trak, whose tables are empty, and its trex.
 *
 * @param id {@link TrackBox#VIDEO} or {@link TrackBox#AUDIO}
 * @param timescale of the media
 * @param width in pixels, 0 for audio
 * @param height in pixels, 0 for audio
 */
public record FragmentedTrack(int id, int timescale, int width, int height) {

  public static FragmentedTrack of(VideoConfig video) {
    return new FragmentedTrack(TrackBox.VIDEO, Run.VIDEO_CLOCK, video.width(), video.height());
  }

  public static FragmentedTrack of(AudioConfig audio) {
    return new FragmentedTrack(TrackBox.AUDIO, audio.sampleRate(), 0, 0);
  }

  /**
   * Writes the trak.
   *
   * @param shownFrom media time from which the track is shown, null for all of it without an edit
   *     list
   * @param entries how many sample descriptions there are
   * @param description writes them
   */
  public void write(
      BoxBuffer out, @Nullable Long shownFrom, int entries, Consumer<BoxBuffer> description) {
    out.begin("trak");
    TrackBox.header(out, id, 0, width, height);
    if (shownFrom != null) {
      out.begin("edts").beginFull("elst", 1, 0).u32(1);
      out.u64(0).u64(shownFrom).u16(1).u16(0).end().end();
    }
    out.begin("mdia");
    TrackBox.mediaHeader(out, id, timescale, 0);
    out.begin("minf");
    TrackBox.dataInformation(out, id);
    out.begin("stbl").beginFull("stsd", 0, 0).u32(entries);
    description.accept(out);
    out.end();
    out.beginFull("stts", 0, 0).u32(0).end();
    out.beginFull("stsc", 0, 0).u32(0).end();
    out.beginFull("stsz", 0, 0).u32(0).u32(0).end();
    out.beginFull("stco", 0, 0).u32(0).end();
    out.end().end().end().end();
  }

  /** Writes the trex. */
  public void extend(BoxBuffer out) {
    out.beginFull("trex", 0, 0).u32(id).u32(1).u32(0).u32(0).u32(0).end();
  }
}
