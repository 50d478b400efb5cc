package org.lynceus.media.playback;

import java.io.IOException;
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
    throw new UnsupportedOperationException();
  }
}
