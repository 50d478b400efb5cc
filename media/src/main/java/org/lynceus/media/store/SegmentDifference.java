package org.lynceus.media.store;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names what a row of the index says otherwise than the file. */
final class SegmentDifference {
  /** The file keeps microseconds; an index may have rounded. */
  private static final Duration ROUNDING = Duration.ofNanos(1000);

  private SegmentDifference() {}

  /** The first difference in words, null when there is none. Digests are not compared. */
  static @Nullable String between(Segment row, Segment file) {
    Object[][] pairs = {
      {"id", row.id(), file.id()},
      {"channel", row.channel(), file.channel()},
      {"stream", row.kind(), file.kind()},
      {"volume", row.volume(), file.volume()},
      {"state (it is not being written)", row.closed(), true},
      {"fragments", row.fragments(), file.fragments()},
      {"length of time", row.durationMicros(), file.durationMicros()},
      {"codecs", row.codecs(), file.codecs()},
      {"width", row.width(), file.width()},
      {"height", row.height(), file.height()},
      {"initialisation segment", row.initBytes(), file.initBytes()},
      {"run", row.run(), file.run()},
      {"offset on the run", row.runOffsetMicros(), file.runOffsetMicros()},
    };
    for (Object[] pair : pairs) {
      if (!Objects.equals(pair[1], pair[2])) {
        return (String) pair[0];
      }
    }
    boolean sameStart = Duration.between(row.start(), file.start()).abs().compareTo(ROUNDING) <= 0;
    return sameStart ? null : "start";
  }
}
