package org.lynceus.media.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;

/**
 * The state of one stream's recording.
 *
 * @param fault set exactly when the state is INTERRUPTED
 * @param since when the state began
 * @param warning what is not as wished although it is recorded: VOLUME_GROUP_UNAVAILABLE while the
 *     stream is written outside of its group of volumes
 */
public record RecordingStatus(
    RecordingState state, @Nullable Fault fault, Instant since, @Nullable Fault warning) {
  /** A status without a warning. */
  public RecordingStatus(RecordingState state, @Nullable Fault fault, Instant since) {
    this(state, fault, since, null);
  }
}
