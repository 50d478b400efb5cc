package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lynceus.cluster.Lease;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TimeRange;

/**
 * The time in which nobody recorded a stream that ought to have been recorded: noted as a gap when
 * this node takes its recording, be it that no server ran or that another one had it before. What
 * could not be noted, because the database went away, is tried again with the next round.
 */
@ApplicationScoped
public class Standstill {
  private static final Duration UNNOTICED = Duration.ofSeconds(2);
  private static final Reason STOPPED = new Reason("server-stopped", "The server was not running.");
  private static final Reason MOVED =
      new Reason("node-changed", "Another server has taken the recording over.");

  @Inject private SegmentQueries segments;
  @Inject private SegmentStore store;
  @Inject private Clock clock;
  private final Set<UUID> waiting = new HashSet<>();
  private boolean started;

  /** Looks at what was taken now; the first time it is what this node had before it stopped. */
  public synchronized void note(RecordingRules rules, Set<String> taken) {
    Set<UUID> recorded = rules.channels();
    taken.stream()
        .map(Lease::id)
        .filter(id -> id != null && recorded.contains(id))
        .forEach(waiting::add);
    if (!waiting.isEmpty()) {
      store.saveFoundGaps(gaps(rules));
      waiting.clear();
    }
    started = true;
  }

  private List<Gap> gaps(RecordingRules rules) {
    Instant now = clock.instant();
    List<Gap> gaps = new ArrayList<>();
    segments
        .accountedUntil(waiting)
        .forEach(
            (stream, until) -> {
              if (until.isBefore(now.minus(UNNOTICED))) {
                rules.continuous(stream, new TimeRange(until, now)).stream()
                    .map(
                        range ->
                            new Gap(
                                stream.channel(),
                                stream.kind(),
                                range.from(),
                                range.to(),
                                started ? MOVED : STOPPED))
                    .forEach(gaps::add);
              }
            });
    return gaps;
  }
}
