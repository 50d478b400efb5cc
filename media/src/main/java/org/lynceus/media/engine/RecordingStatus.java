package org.lynceus.media.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;

/**
 * The state of one stream's recording.
 *
 * @param fault set exactly when the state is INTERRUPTED
 * @param since when the state began
 */
public record RecordingStatus(RecordingState state, @Nullable Fault fault, Instant since) {}
