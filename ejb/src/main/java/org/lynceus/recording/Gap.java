package org.lynceus.recording;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TimeRange;

/** A time in which a stream ought to have been recorded and was not. */
public record Gap(UUID channel, StreamKind stream, Instant from, Instant to, Reason reason) {
  /** The part of this gap that lies in the range, null when none does. */
  @Nullable Gap cut(TimeRange range) {
    TimeRange part = new TimeRange(from, to).cut(range);
    return part == null ? null : new Gap(channel, stream, part.from(), part.to(), reason);
  }
}
