package org.lynceus.recording;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.engine.RecordingStatus;

/**
 * Whether and why a channel ought to be recorded.
 *
 * @param enabled recorded all day, beyond any plan
 * @param version of {@code enabled}; 0 when it was never set
 * @param planned whether the switch, a plan or a trigger names it, now or at another time
 * @param kind the strongest reason to record now, null when there is none now
 * @param now what the engine does of that, null when this node does not know
 * @param manualUntil end of the recording by hand, null when there is none
 * @param plans the enabled plans that hold it
 */
public record RecordingRecord(
    boolean enabled,
    long version,
    boolean planned,
    @Nullable RecordingKind kind,
    @Nullable RecordingStatus now,
    @Nullable Instant manualUntil,
    List<RecordingRules.PlanState> plans) {
  /** When a plan next begins or ends, null when none does. */
  public @Nullable Instant nextChange() {
    return plans.stream()
        .map(RecordingRules.PlanState::nextChange)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
