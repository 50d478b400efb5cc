package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lynceus.media.store.Segment;

/**
 * Fragmented MP4 files made of recorded fragments without re-encoding: one continuous timeline,
 * gaps left out.
 */
public final class FragmentedExport {
  private FragmentedExport() {}

  /**
   * Plans the file of [from, to); as {@link Mp4Export#plan}.
   *
   * @throws NothingRecordedException when the range holds no picture
   */
  public static ExportPlan plan(
      List<Segment> segments, Function<Segment, Path> file, Instant from, Instant to)
      throws IOException {
    throw new UnsupportedOperationException("in the making");
  }
}
