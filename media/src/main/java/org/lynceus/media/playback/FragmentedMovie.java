package org.lynceus.media.playback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.BoxBuffer;
import org.lynceus.media.mp4.FragmentedTrack;
import org.lynceus.media.mp4.SampleEntry;
import org.lynceus.media.mp4.TrackBox;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoConfig;

/**
 * Writes the boxes of a fragmented export: ftyp and moov with all sets of video parameters, and the
 * moof and mdat header of each chunk of the timeline. A change of parameters within a codec goes
 * into the stream, because many players know only the first sample description of a fragmented
 * file.
 */
final class FragmentedMovie {
  private static final long SYNC_SAMPLE = 0x0200_0000;
  private static final long OTHER_SAMPLE = 0x0101_0000;
  private static final int BASE_IS_MOOF_WITH_DESCRIPTION_AND_FLAGS = 0x02_0022;
  private static final int OFFSET_FIRST_DURATION_SIZE_COMPOSITION = 0xb05;
  private static final int FIXED = 8 + 16 + 8 + 24 + 20;
  private static final int RUN_FIXED = 24;
  private static final int SAMPLE = 12;
  private static final int MDAT_HEADER = 8;
  private static final long LARGEST_BOX = 0xffff_ffffL;

  private FragmentedMovie() {}

  /** The initialisation segment; what lies before shownFrom (video clock) is not shown. */
  static byte[] of(ExportTimeline timeline, long shownFrom) {
    AudioConfig audio = timeline.audio.count() > 0 ? timeline.audioConfig : null;
    BoxBuffer out = new BoxBuffer();
    out.begin("ftyp").ascii("iso6").u32(1).ascii("iso6").ascii("mp41").end();
    out.begin("moov");
    TrackBox.movieHeader(out, Run.VIDEO_CLOCK, 0);
    FragmentedTrack video = FragmentedTrack.of(timeline.videos.get(0));
    video.write(
        out,
        shownFrom,
        timeline.videos.size(),
        entries -> timeline.videos.forEach(config -> SampleEntry.write(entries, config)));
    if (audio != null) {
      long shownFromAudio = Math.floorDiv(shownFrom * audio.sampleRate(), Run.VIDEO_CLOCK);
      FragmentedTrack.of(audio)
          .write(out, shownFromAudio, 1, entry -> SampleEntry.write(entry, audio));
    }
    out.begin("mvex");
    video.extend(out);
    if (audio != null) {
      FragmentedTrack.of(audio).extend(out);
    }
    return out.end().end().toArray();
  }

  static Cursor video(ExportTimeline timeline) throws IOException {
    List<Description> descriptions = new ArrayList<>();
    VideoCodec first = timeline.videos.get(0).codec();
    try {
      for (VideoConfig config : timeline.videos) {
        boolean own = descriptions.isEmpty() || config.codec() != first;
        descriptions.add(
            own
                ? new Description(descriptions.size() + 1, new byte[0])
                : new Description(1, InBandParameters.of(config)));
      }
    } catch (MalformedException broken) {
      throw new IOException("A recording's parameters are broken", broken);
    }
    return new Cursor(timeline.video, TrackBox.VIDEO, descriptions);
  }

  static Cursor audio(ExportTimeline timeline) {
    return new Cursor(timeline.audio, TrackBox.AUDIO, List.of(new Description(1, new byte[0])));
  }

  /** Which sample description a chunk refers to, and what goes in front of its first frame. */
  private record Description(int index, byte[] inBand) {}

  /** Goes through the chunks of one track. */
  static final class Cursor {
    private final SampleList samples;
    private final int track;
    private final List<Description> descriptions;
    private int chunk;
    private int sample;

    private Cursor(SampleList samples, int track, List<Description> descriptions) {
      this.samples = samples;
      this.track = track;
      this.descriptions = descriptions;
    }

    /** Whether the next chunk's media begins at an offset of the timeline's media. */
    boolean isAt(long offset) {
      return chunk < samples.chunks() && samples.chunkOffset(chunk) == offset;
    }

    /** Bytes of all heads. */
    long headBytes() {
      long bytes = (long) samples.count() * SAMPLE;
      for (int i = 0; i < samples.chunks(); i++) {
        bytes += FIXED + RUN_FIXED + MDAT_HEADER + description(i).inBand.length;
      }
      return bytes;
    }

    private Description description(int index) {
      return descriptions.get(samples.chunkDescription(index) - 1);
    }

    /**
     * The moof, the mdat header and any parameter sets of the next chunk, whose media has so many
     * bytes.
     */
    byte[] nextHead(long dataBytes) {
      int count = samples.chunkSamples(chunk);
      Description description = description(chunk);
      int inBand = description.inBand.length;
      int run = RUN_FIXED + count * SAMPLE;
      if (dataBytes + inBand + MDAT_HEADER > LARGEST_BOX) {
        throw new IllegalArgumentException("a group of pictures cannot be that large");
      }
      BoxBuffer out = new BoxBuffer();
      out.begin("moof").beginFull("mfhd", 0, 0).u32(2L * chunk + track).end();
      out.begin("traf");
      out.beginFull("tfhd", 0, BASE_IS_MOOF_WITH_DESCRIPTION_AND_FLAGS).u32(track);
      out.u32(description.index);
      out.u32(track == TrackBox.VIDEO ? OTHER_SAMPLE : SYNC_SAMPLE).end();
      out.beginFull("tfdt", 1, 0).u64(samples.time(sample)).end();
      out.beginFull("trun", 1, OFFSET_FIRST_DURATION_SIZE_COMPOSITION).u32(count);
      out.u32(FIXED + run + MDAT_HEADER).u32(SYNC_SAMPLE);
      for (int i = 0; i < count; i++, sample++) {
        int size = samples.size(sample) + (i == 0 ? inBand : 0);
        out.u32(samples.duration(sample)).u32(size).u32(samples.offset(sample));
      }
      out.end().end().end();
      chunk++;
      out.u32(dataBytes + inBand + MDAT_HEADER).ascii("mdat");
      return out.bytes(description.inBand).toArray();
    }
  }
}
