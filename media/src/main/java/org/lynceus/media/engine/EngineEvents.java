package org.lynceus.media.engine;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.store.VolumeStatus;

/**
 * Told of changes of streams and volumes by engine threads. Calls must return at once (hand the
 * fact to a queue) and must not throw.
 */
public interface EngineEvents {
  /**
   * The state, the fault or the recording state of a stream changed.
   *
   * @param before null for the first state after {@link MediaEngine#put}
   */
  void streamChanged(@Nullable StreamStatus before, StreamStatus now);

  /**
   * The state of a volume changed. Whoever does not care about volumes need not override it.
   *
   * @param before null for the first state after {@link MediaEngine#addVolume}
   */
  default void volumeChanged(@Nullable VolumeStatus before, VolumeStatus now) {}
}
