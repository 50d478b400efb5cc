package org.lynceus.alarm.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signals of one key are at one moment.
 *
 * @param shortStates how many raising signals were of states too short to raise anything, so far
 * @param checkAt when time alone changes something, null when only another signal can
 */
public record Grouping(List<AlarmGroup> groups, int shortStates, @Nullable Instant checkAt) {
  public Grouping {
    groups = List.copyOf(groups);
  }
}
