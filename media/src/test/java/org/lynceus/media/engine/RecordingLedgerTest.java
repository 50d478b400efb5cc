package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.RecordingMaker;

class RecordingLedgerTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Fault AWAY = new Fault(FaultCode.UNREACHABLE, "away");
  private final StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
  private final RecordingMaker.ManualClock clock = new RecordingMaker.ManualClock(START);
  private final MemoryIndex index = new MemoryIndex();
  private final StatusBoard board = new StatusBoard(key, clock, (before, now) -> {});
  private final RecordingLedger ledger = new RecordingLedger(key, clock, board, index);

  private static Instant at(double seconds) {
    return START.plus(Duration.ofMillis((long) (seconds * 1000)));
  }

  private RecordingState state() {
    return board.status().recording().state();
  }

  @Test
  void theFirstSecondsUntilAKeyFrameAreNoGap() {
    ledger.want(true);
    assertThat(state()).isEqualTo(RecordingState.STARTING);
    ledger.written(at(1.8), at(3.8));
    assertThat(state()).isEqualTo(RecordingState.RECORDING);
    assertThat(index.gaps()).isEmpty();
  }

  @Test
  void aLongOutageIsReportedEveryMinuteFromItsBeginningAndWhenItEnds() {
    ledger.want(true);
    ledger.written(at(0), at(10));
    clock.set(at(12));
    ledger.interrupted(AWAY, at(10));
    assertThat(state()).isEqualTo(RecordingState.INTERRUPTED);
    for (int second = 12; second <= 140; second += 5) {
      clock.set(at(second));
      ledger.tick();
    }
    ledger.written(at(141), at(143));
    assertThat(index.gaps()).extracting(MemoryIndex.Gap::from).containsOnly(at(10));
    assertThat(index.gaps()).extracting(MemoryIndex.Gap::to).containsExactly(at(77), at(141));
  }

  @Test
  void aGroupFromBeforeTheFaultDoesNotEndIt() {
    ledger.want(true);
    ledger.written(at(0), at(2));
    ledger.interrupted(AWAY, at(4));
    ledger.written(at(2), at(4));
    assertThat(state()).isEqualTo(RecordingState.INTERRUPTED);
    ledger.written(at(9), at(11));
    assertThat(state()).isEqualTo(RecordingState.RECORDING);
    assertThat(index.gaps()).containsExactly(new MemoryIndex.Gap(key, at(4), at(9), AWAY));
  }

  @Test
  void switchingOffEndsTheGapAndLateGroupsChangeNothing() {
    ledger.want(true);
    ledger.written(at(0), at(2));
    ledger.interrupted(AWAY, at(2));
    clock.set(at(30));
    ledger.want(false);
    ledger.written(at(30), at(32));
    assertThat(state()).isEqualTo(RecordingState.NOT_PLANNED);
    assertThat(index.gaps()).containsExactly(new MemoryIndex.Gap(key, at(2), at(30), AWAY));
  }
}
