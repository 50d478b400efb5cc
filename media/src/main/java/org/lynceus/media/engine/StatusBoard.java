package org.lynceus.media.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.LimitedLog;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.StreamKey;

/**
 * What is known of one stream, readable by any thread; tells the engine's listener of changes, in
 * order. Counters have one writer each.
 */
final class StatusBoard {
  private static final System.Logger LOG = System.getLogger(StatusBoard.class.getName());
  private static final LimitedLog FAILURES = new LimitedLog(LOG, System::nanoTime);

  private final StreamKey key;
  private final Clock clock;
  private final EngineEvents events;
  final AtomicLong bytesIn = new AtomicLong();
  final AtomicLong framesIn = new AtomicLong();
  final AtomicLong reconnects = new AtomicLong();
  final AtomicLong gopsDropped = new AtomicLong();
  final AtomicInteger viewers = new AtomicInteger();
  private StreamState state = StreamState.CONNECTING;
  private @Nullable Fault fault;
  private Instant since;
  private @Nullable StreamDescription description;
  private RecordingStatus recording;
  private @Nullable StreamStatus told;

  StatusBoard(StreamKey key, Clock clock, EngineEvents events) {
    this.key = key;
    this.clock = clock;
    this.events = events;
    this.since = clock.instant();
    this.recording = new RecordingStatus(RecordingState.NOT_PLANNED, null, since);
  }

  synchronized StreamStatus status() {
    return new StreamStatus(
        key,
        state,
        fault,
        since,
        description,
        recording,
        new StreamCounters(
            bytesIn.get(), framesIn.get(), reconnects.get(), gopsDropped.get(), viewers.get()));
  }

  synchronized void state(StreamState newState, @Nullable Fault newFault) {
    if (state != newState) {
      since = clock.instant();
    }
    state = newState;
    fault = newFault;
    tell();
  }

  synchronized void describe(StreamDescription newDescription) {
    description = newDescription;
  }

  synchronized void recording(RecordingState newState, @Nullable Fault newFault) {
    Instant from = recording.state() == newState ? recording.since() : clock.instant();
    recording = new RecordingStatus(newState, newFault, from, recording.warning());
    tell();
  }

  synchronized void recordingWarning(@Nullable Fault warning) {
    if (Objects.equals(warning, recording.warning())) {
      return;
    }
    recording =
        new RecordingStatus(recording.state(), recording.fault(), recording.since(), warning);
    tell();
  }

  synchronized StreamState state() {
    return state;
  }

  /** Tells the first state. */
  synchronized void tell() {
    StreamStatus before = told;
    StreamStatus now = status();
    if (before != null
        && before.state() == now.state()
        && Objects.equals(before.fault(), now.fault())
        && before.recording().state() == now.recording().state()
        && Objects.equals(before.recording().fault(), now.recording().fault())
        && Objects.equals(before.recording().warning(), now.recording().warning())) {
      return;
    }
    told = now;
    try {
      events.streamChanged(before, now);
    } catch (RuntimeException bug) {
      FAILURES.log(System.Logger.Level.ERROR, "The listener of stream changes failed", bug);
    }
  }
}
