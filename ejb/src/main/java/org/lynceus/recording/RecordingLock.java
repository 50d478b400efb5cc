package org.lynceus.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.TimeRange;

/**
 * Recordings of some channels in a range that must not be deleted. Holds for every file that
 * overlaps the range.
 *
 * @param until end of an INCIDENT's lock; null: a LEGAL_HOLD, until it is removed
 */
public record RecordingLock(
    UUID id,
    List<UUID> channelIds,
    TimeRange range,
    Kind kind,
    @Nullable Instant until,
    String reason,
    String by,
    Instant createdAt) {
  public RecordingLock {
    channelIds = List.copyOf(channelIds);
  }

  /** Why recordings are locked. */
  public enum Kind {
    INCIDENT,
    LEGAL_HOLD
  }

  /** The same lock as somebody sees it who sees only these channels. */
  RecordingLock with(List<UUID> channels) {
    return new RecordingLock(id, channels, range, kind, until, reason, by, createdAt);
  }

  boolean holds(Instant now) {
    return until == null || now.isBefore(until);
  }
}
