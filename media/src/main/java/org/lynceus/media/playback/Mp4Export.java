package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lynceus.media.store.Segment;

/**
 * Classic MP4 files (index first) made of recorded segments without re-encoding. The first picture
 * is exact by an edit list; gaps are left out, so the timeline is the parts joined; each set of
 * parameters gets its own sample description.
 */
public final class Mp4Export {
  private static final int MDAT = 0x6d646174;
  private static final long LARGE = 0xf000_0000L;

  private Mp4Export() {}

  /**
   * Plans the file of [from, to).
   *
   * @param segments of one stream in order of time
   * @param file where a segment's file is
   * @throws NothingRecordedException when the range holds no picture
   */
  public static ExportPlan plan(
      List<Segment> segments, Function<Segment, Path> file, Instant from, Instant to)
      throws IOException {
    ExportTimeline timeline = ExportTimeline.of(segments, file, from, to);
    boolean large = timeline.mediaBytes > LARGE;
    MovieBox movie =
        new MovieBox(
            timeline.videos,
            timeline.audioConfig,
            timeline.video,
            timeline.audio,
            timeline.shownFrom(),
            large);
    byte[] head = head(movie, timeline.mediaBytes, large);
    return new JoinedExport(
        head,
        List.copyOf(timeline.pieces),
        head.length + timeline.mediaBytes,
        timeline.start(),
        timeline.shown());
  }

  private static byte[] head(MovieBox movie, long mediaBytes, boolean large) {
    int mdatHeader = large ? 16 : 8;
    int movieBytes = movie.write(0).length;
    ByteBuffer head = ByteBuffer.allocate(movieBytes + mdatHeader);
    head.put(movie.write(movieBytes + (long) mdatHeader));
    if (large) {
      head.putInt(1).putInt(MDAT).putLong(mediaBytes + 16);
    } else {
      head.putInt((int) (mediaBytes + 8)).putInt(MDAT);
    }
    return head.array();
  }
}
