package org.lynceus.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.DeviceEventType;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKind;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.RecordingStatus;
import org.lynceus.media.engine.StreamState;
import org.lynceus.media.engine.StreamStatus;

/**
 * Which facts a change of a stream's state amounts to. CONNECTING says nothing to anybody; a stream
 * is online when it was not before, offline when it was online or was never reached. The main
 * stream of a device that is one stream speaks for the device, otherwise for its channel.
 */
final class StreamFacts {
  /** One fact with its reason and time. */
  record Fact(String type, @Nullable Fault fault, Instant at) {}

  private StreamFacts() {}

  static List<Fact> of(@Nullable StreamStatus before, StreamStatus now, boolean speaksForDevice) {
    List<Fact> facts = new ArrayList<>();
    StreamState was = before == null ? StreamState.CONNECTING : before.state();
    boolean main = now.key().kind() == StreamKind.MAIN;
    if (main && now.state() != was && now.state() == StreamState.ONLINE) {
      facts.add(
          new Fact(
              speaksForDevice ? DeviceEventType.DEVICE_ONLINE : DeviceEventType.CHANNEL_ONLINE,
              null,
              now.since()));
    }
    if (main && now.state() != was && now.state() == StreamState.OFFLINE) {
      facts.add(
          new Fact(
              speaksForDevice ? DeviceEventType.DEVICE_OFFLINE : DeviceEventType.CHANNEL_OFFLINE,
              now.fault(),
              now.since()));
    }
    RecordingState recorded =
        before == null ? RecordingState.NOT_PLANNED : before.recording().state();
    RecordingStatus recording = now.recording();
    if (recording.state() != recorded && recording.state() == RecordingState.RECORDING) {
      facts.add(new Fact(DeviceEventType.RECORDING_STARTED, null, recording.since()));
    }
    if (recording.state() != recorded && recording.state() == RecordingState.INTERRUPTED) {
      facts.add(
          new Fact(DeviceEventType.RECORDING_INTERRUPTED, recording.fault(), recording.since()));
    }
    Fault warned = before == null ? null : before.recording().warning();
    if (recording.warning() != null && warned == null) {
      facts.add(
          new Fact(
              DeviceEventType.VOLUME_GROUP_UNAVAILABLE, recording.warning(), recording.since()));
    }
    return facts;
  }
}
