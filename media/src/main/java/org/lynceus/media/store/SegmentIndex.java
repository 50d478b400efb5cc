package org.lynceus.media.store;

import java.time.Instant;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;

/**
 * Port to the index of recordings. Called by writer threads; calls must return at once (hand over
 * to a queue) and must not throw: recording goes on whatever the index does.
 */
public interface SegmentIndex {
  /**
   * Inserts or updates by id. Called at the first fragment, after each flush of the open file, and
   * after the file was closed and it and its directory are safe on disk.
   */
  void save(Segment segment);

  /**
   * Recording was wanted and is missing in this range. Called when the gap ends, or about every
   * minute while it lasts with the same {@code from} and a later {@code to}.
   */
  void gap(StreamKey key, Instant from, Instant to, Fault reason);
}
