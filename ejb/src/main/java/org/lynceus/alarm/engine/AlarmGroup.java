package org.lynceus.alarm.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signals of one key that are one alarm.
 *
 * @param first when the first of them happened or began
 * @param last when the last of them happened or began
 * @param ended when the last state ended or the last signal happened; null while a state lasts
 * @param endMissing a state was taken to have ended because no end was told
 * @param raising the signals that count, in order
 */
public record AlarmGroup(
    Instant first, Instant last, @Nullable Instant ended, boolean endMissing, List<UUID> raising) {
  public AlarmGroup {
    raising = List.copyOf(raising);
  }

  public int count() {
    return raising.size();
  }
}
