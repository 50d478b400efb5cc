package org.lynceus.recording;

import java.time.Instant;
import java.util.UUID;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.Reason;

/** A time in which a stream ought to have been recorded and was not. */
public record Gap(UUID channel, StreamKind stream, Instant from, Instant to, Reason reason) {}
