package org.lynceus.media.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.StreamKey;

/**
 * A stream's state at one moment.
 *
 * @param fault set exactly when the state is OFFLINE, or CONNECTING after a failed try
 * @param since when the state began
 * @param description what the source offered last, null before the first answer
 */
public record StreamStatus(
    StreamKey key,
    StreamState state,
    @Nullable Fault fault,
    Instant since,
    @Nullable StreamDescription description,
    RecordingStatus recording,
    StreamCounters counters) {}
