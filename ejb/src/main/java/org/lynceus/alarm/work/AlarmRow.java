package org.lynceus.alarm.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.engine.AlarmGroup;

/** What an alarm is stored as, as far as the work on events needs it. */
record AlarmRow(
    UUID id,
    Instant first,
    Instant last,
    @Nullable Instant ended,
    boolean endMissing,
    int count,
    boolean resolved,
    @Nullable Instant handledAt) {

  boolean differs(AlarmGroup group) {
    return !first.equals(group.first())
        || !last.equals(group.last())
        || !java.util.Objects.equals(ended, group.ended())
        || endMissing != group.endMissing()
        || count != group.count();
  }

  /** Whether it was resolved and goes on: then somebody has to look again. */
  boolean goesOn(AlarmGroup group) {
    return resolved
        && handledAt != null
        && count < group.count()
        && group.last().isAfter(handledAt);
  }
}
