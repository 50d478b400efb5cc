package org.lynceus.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.event.DeviceEventType;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.RecordingStatus;
import org.lynceus.media.engine.StreamCounters;
import org.lynceus.media.engine.StreamState;
import org.lynceus.media.engine.StreamStatus;

class StreamFactsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Fault AWAY = new Fault(FaultCode.NO_DATA, "The camera sends nothing.");

  private static StreamStatus status(StreamState state, RecordingState recording) {
    return new StreamStatus(
        new StreamKey(new UUID(1, 2), StreamKind.MAIN),
        state,
        state == StreamState.OFFLINE ? AWAY : null,
        NOON,
        null,
        new RecordingStatus(recording, recording == RecordingState.INTERRUPTED ? AWAY : null, NOON),
        new StreamCounters(0, 0, 0, 0, 0));
  }

  private static List<String> types(StreamStatus before, StreamStatus now) {
    return StreamFacts.of(before, now, true).stream().map(StreamFacts.Fact::type).toList();
  }

  @Test
  void aCameraThatAnswersIsOnlineOnce() {
    StreamStatus connecting = status(StreamState.CONNECTING, RecordingState.NOT_PLANNED);
    StreamStatus online = status(StreamState.ONLINE, RecordingState.NOT_PLANNED);
    assertThat(types(null, connecting)).isEmpty();
    assertThat(types(connecting, online)).containsExactly(DeviceEventType.DEVICE_ONLINE);
    assertThat(types(online, online)).isEmpty();
  }

  @Test
  void aCameraThatIsLostWhileRecordingSaysBothWithTheReason() {
    StreamStatus before = status(StreamState.ONLINE, RecordingState.RECORDING);
    StreamStatus now = status(StreamState.OFFLINE, RecordingState.INTERRUPTED);
    List<StreamFacts.Fact> facts = StreamFacts.of(before, now, true);
    assertThat(facts)
        .extracting(StreamFacts.Fact::type)
        .containsExactly(DeviceEventType.DEVICE_OFFLINE, DeviceEventType.RECORDING_INTERRUPTED);
    assertThat(facts).extracting(StreamFacts.Fact::fault).containsOnly(AWAY);
  }

  @Test
  void theStreamOfADeviceThatAnswersForItselfSpeaksForItsChannel() {
    StreamStatus online = status(StreamState.ONLINE, RecordingState.NOT_PLANNED);
    StreamStatus offline = status(StreamState.OFFLINE, RecordingState.NOT_PLANNED);
    assertThat(StreamFacts.of(online, offline, false))
        .extracting(StreamFacts.Fact::type)
        .containsExactly(DeviceEventType.CHANNEL_OFFLINE);
    assertThat(StreamFacts.of(offline, online, false))
        .extracting(StreamFacts.Fact::type)
        .containsExactly(DeviceEventType.CHANNEL_ONLINE);
  }

  @Test
  void startingToRecordIsNoFactUntilItRecords() {
    StreamStatus off = status(StreamState.ONLINE, RecordingState.NOT_PLANNED);
    StreamStatus starting = status(StreamState.ONLINE, RecordingState.STARTING);
    StreamStatus recording = status(StreamState.ONLINE, RecordingState.RECORDING);
    assertThat(types(off, starting)).isEmpty();
    assertThat(types(starting, recording)).containsExactly(DeviceEventType.RECORDING_STARTED);
    assertThat(types(recording, off)).isEmpty();
  }
}
