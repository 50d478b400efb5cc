package org.lynceus.media.engine;

import org.jspecify.annotations.Nullable;

/**
 * Told of changes by engine threads. Calls must return at once (hand the fact to a queue) and must
 * not throw.
 */
public interface EngineEvents {
  /**
   * The state, the fault or the recording state of a stream changed.
   *
   * @param before null for the first state after {@link MediaEngine#put}
   */
  void streamChanged(@Nullable StreamStatus before, StreamStatus now);
}
