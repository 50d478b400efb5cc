package org.lynceus.media.engine;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * How a stream is to be recorded. A wish is a state, not an event: giving the same one again
 * changes nothing.
 *
 * @param on whether to record now
 * @param preRecord 0 to 30 s: while not on, whole groups of pictures of this time are kept in
 *     memory and written first when recording begins. More than 0 keeps the camera connected
 * @param volumes the volumes of the channel's group; empty means any
 * @param fallback whether another ready volume is taken when none of the group can be written
 */
public record RecordWish(boolean on, Duration preRecord, List<UUID> volumes, boolean fallback) {
  /** Longest time kept in memory. */
  public static final Duration MOST_PRE_RECORD = Duration.ofSeconds(30);

  public RecordWish {
    if (preRecord.isNegative() || preRecord.compareTo(MOST_PRE_RECORD) > 0) {
      throw new IllegalArgumentException("pre-record must be from 0 to 30 s");
    }
    volumes = List.copyOf(volumes);
  }

  /** Records to any volume, without pre-record. */
  public static RecordWish anywhere(boolean on) {
    return new RecordWish(on, Duration.ZERO, List.of(), true);
  }
}
