package org.lynceus.recording;

import java.time.Instant;
import java.util.UUID;
import org.lynceus.media.StreamKind;

/**
 * A range in which a channel is recorded for a reason beyond the clock.
 *
 * @param kind MOTION, ALARM or MANUAL
 * @param from with the pre-record
 */
public record Trigger(
    UUID channel, StreamKind stream, RecordingKind kind, Instant from, Instant until) {}
