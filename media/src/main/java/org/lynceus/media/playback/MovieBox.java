package org.lynceus.media.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.BoxBuffer;
import org.lynceus.media.mp4.SampleEntry;
import org.lynceus.media.mp4.TrackBox;
import org.lynceus.media.mp4.VideoConfig;

/**
 * Writes ftyp and moov of a classic MP4 file. Its size does not depend on the media's offset, so
 * that it can be written before the media.
 *
 * @param shownFrom time of the first picture shown, on the video's clock
 * @param large whether offsets need 64 bits
 */
record MovieBox(
    List<VideoConfig> videos,
    @Nullable AudioConfig audioConfig,
    SampleList video,
    SampleList audio,
    long shownFrom,
    boolean large) {

  /** The boxes, with chunk offsets for media that begins at the given offset of the file. */
  byte[] write(long mediaOffset) {
    BoxBuffer out = new BoxBuffer();
    out.begin("ftyp").ascii("isom").u32(0x200).ascii("isom").ascii("iso2").ascii("avc1");
    out.ascii("mp41").end();
    out.begin("moov");
    TrackBox.movieHeader(out, Run.VIDEO_CLOCK, shown());
    videoTrack(out, mediaOffset);
    if (audioConfig != null && audio.count() > 0) {
      audioTrack(out, audioConfig, mediaOffset);
    }
    return out.end().toArray();
  }

  /** Length of what is shown, on the video's clock. */
  long shown() {
    return video.end() - shownFrom;
  }

  private void videoTrack(BoxBuffer out, long mediaOffset) {
    VideoConfig first = videos.get(0);
    out.begin("trak");
    TrackBox.header(out, TrackBox.VIDEO, shown(), first.width(), first.height());
    out.begin("edts");
    edits(out, 0, shown(), shownFrom - video.start());
    out.end().begin("mdia");
    long length = video.end() - video.start();
    TrackBox.mediaHeader(out, TrackBox.VIDEO, Run.VIDEO_CLOCK, length);
    out.begin("minf");
    TrackBox.dataInformation(out, TrackBox.VIDEO);
    out.begin("stbl").beginFull("stsd", 0, 0).u32(videos.size());
    videos.forEach(config -> SampleEntry.write(out, config));
    out.end();
    new SampleTables(video, large, mediaOffset).write(out, true);
    out.end().end().end().end();
  }

  private void audioTrack(BoxBuffer out, AudioConfig config, long mediaOffset) {
    int clock = config.sampleRate();
    long shownAt = Math.floorDiv(shownFrom * clock, Run.VIDEO_CLOCK);
    long late = Math.max(0, audio.start() - shownAt);
    long lateInMovie = late * Run.VIDEO_CLOCK / clock;
    long rest =
        Math.min(shown() - lateInMovie, (audio.end() - shownAt - late) * Run.VIDEO_CLOCK / clock);
    out.begin("trak");
    TrackBox.header(out, TrackBox.AUDIO, shown(), 0, 0);
    out.begin("edts");
    edits(out, lateInMovie, Math.max(0, rest), Math.max(0, shownAt - audio.start()));
    out.end().begin("mdia");
    TrackBox.mediaHeader(out, TrackBox.AUDIO, clock, audio.end() - audio.start());
    out.begin("minf");
    TrackBox.dataInformation(out, TrackBox.AUDIO);
    out.begin("stbl").beginFull("stsd", 0, 0).u32(1);
    SampleEntry.write(out, config);
    out.end();
    new SampleTables(audio, large, mediaOffset).write(out, false);
    out.end().end().end().end();
  }

  private static void edits(BoxBuffer out, long empty, long duration, long mediaTime) {
    out.beginFull("elst", 1, 0).u32(empty > 0 ? 2 : 1);
    if (empty > 0) {
      out.u64(empty).u64(-1).u16(1).u16(0);
    }
    out.u64(duration).u64(mediaTime).u16(1).u16(0).end();
  }
}
