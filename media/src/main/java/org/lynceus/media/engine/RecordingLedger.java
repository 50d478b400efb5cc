package org.lynceus.media.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.store.SegmentIndex;

/**
 * Knows how far one stream's recording reaches and reports what is missing. Told by the network
 * thread (wishes, faults) and by writer threads (what reached a disk).
 */
final class RecordingLedger {
  private static final Duration REPORT_EVERY = Duration.ofMinutes(1);
  private static final Duration UNEXPLAINED = Duration.ofSeconds(1);
  private static final Duration NEGLIGIBLE = Duration.ofMillis(100);
  private static final int MOST_LOSSES = 1000;

  private final StreamKey key;
  private final Clock clock;
  private final StatusBoard board;
  private final SegmentIndex index;
  private boolean wanted;
  private boolean anyWritten;
  private @Nullable Fault fault;
  private Instant coveredUntil = Instant.EPOCH;
  private Instant faultFrom = Instant.EPOCH;
  private final ArrayDeque<Loss> losses = new ArrayDeque<>();
  private Instant lastReport = Instant.EPOCH;

  /** Pictures that never came, noted before the groups around them are on a disk. */
  private record Loss(Instant from, Fault reason) {}

  RecordingLedger(StreamKey key, Clock clock, StatusBoard board, SegmentIndex index) {
    this.key = key;
    this.clock = clock;
    this.board = board;
    this.index = index;
  }

  StreamKey key() {
    return key;
  }

  /** Recording is wanted from now on, or no longer. */
  synchronized void want(boolean on) {
    if (on == wanted) {
      return;
    }
    Instant now = clock.instant();
    if (!on && fault != null) {
      report(now, fault);
    }
    wanted = on;
    anyWritten = false;
    losses.clear();
    fault = null;
    coveredUntil = now;
    lastReport = now;
    board.recording(on ? RecordingState.STARTING : RecordingState.NOT_PLANNED, null);
  }

  /** A group of pictures was written. */
  synchronized void written(Instant from, Instant to) {
    if (!wanted) {
      return;
    }
    Fault loss = lossBefore(from);
    boolean recovered = fault == null || !from.isBefore(faultFrom);
    if (from.isAfter(coveredUntil)) {
      reportBefore(from, loss);
    }
    coveredUntil = to.isAfter(coveredUntil) ? to : coveredUntil;
    anyWritten = true;
    if (recovered) {
      fault = null;
      board.recording(RecordingState.RECORDING, null);
    }
  }

  /** Nothing can be recorded from a moment on until a group that starts later is written. */
  synchronized void interrupted(Fault reason, Instant from) {
    if (!wanted) {
      return;
    }
    if (fault == null) {
      lastReport = clock.instant();
    }
    fault = reason;
    faultFrom = from;
    board.recording(RecordingState.INTERRUPTED, reason);
  }

  /** Pictures are missing from a moment up to the next group; recording as such goes on. */
  synchronized void lost(Instant from, Fault reason) {
    if (wanted && losses.size() < MOST_LOSSES) {
      losses.add(new Loss(from, reason));
    }
  }

  /** To be called now and then: reports a gap that lasts. */
  synchronized void tick() {
    Instant now = clock.instant();
    if (wanted && fault != null && now.isAfter(lastReport.plus(REPORT_EVERY))) {
      lastReport = now;
      report(now, fault);
    }
  }

  /** The newest loss that a group which begins now puts an end to. */
  private @Nullable Fault lossBefore(Instant from) {
    Fault newest = null;
    while (!losses.isEmpty() && losses.getFirst().from.isBefore(from)) {
      newest = losses.removeFirst().reason;
    }
    return newest;
  }

  private void reportBefore(Instant from, @Nullable Fault loss) {
    Duration gap = Duration.between(coveredUntil, from);
    Fault known = fault != null ? fault : loss;
    if (known != null && gap.compareTo(NEGLIGIBLE) > 0) {
      report(from, known);
    } else if (anyWritten && gap.compareTo(UNEXPLAINED) > 0) {
      report(
          from, new Fault(FaultCode.NO_DATA, "The camera's picture or timeline was interrupted"));
    }
  }

  private void report(Instant to, Fault reason) {
    if (to.isAfter(coveredUntil)) {
      index.gap(key, coveredUntil, to, reason);
    }
  }
}
