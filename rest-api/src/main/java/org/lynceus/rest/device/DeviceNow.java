package org.lynceus.rest.device;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceState;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.registration.RegistrationState;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.shared.Reason;

/**
 * Whether a device or channel answers now. Of a device that dials in its registration speaks, of
 * one that is watched the watch, of another one its first stream. A watched device takes its
 * channels offline with it, unless pictures arrive all the same and are recorded; otherwise their
 * streams speak.
 *
 * @param from the address a device dials in from
 */
public record DeviceNow(
    ConnectionState state,
    @Nullable ReasonView reason,
    @Nullable Instant since,
    @Nullable String from) {
  private static final DeviceNow UNKNOWN =
      new DeviceNow(ConnectionState.CONNECTING, null, null, null);
  private static final Set<String> NOT_REACHED =
      Set.of("unreachable", "refused", "timeout", "not-rtsp");

  static DeviceNow of(@Nullable DeviceState watched, @Nullable StreamStatus first) {
    return watched == null ? of(first) : of(watched);
  }

  static DeviceNow ofDialling(@Nullable RegistrationState registration) {
    return registration == null
        ? UNKNOWN
        : new DeviceNow(
            registration.registered() ? ConnectionState.ONLINE : ConnectionState.OFFLINE,
            ReasonView.of(registration.reason()),
            registration.since(),
            registration.from());
  }

  static DeviceNow ofChannel(@Nullable DeviceState watched, @Nullable StreamStatus stream) {
    boolean recorded = stream != null && stream.recording().state() == RecordingState.RECORDING;
    return watched != null && watched.kind() == DeviceState.Kind.OFFLINE && !recorded
        ? of(watched)
        : of(stream);
  }

  /** Of a channel whose device dials in: why its pictures do not come. */
  static DeviceNow ofDiallingChannel(
      @Nullable RegistrationState registration, @Nullable StreamStatus stream) {
    DeviceNow now = of(stream);
    if (now.state == ConnectionState.ONLINE) {
      return now;
    }
    Reason away = registration == null ? null : registration.reason();
    ReasonView told = now.reason;
    ReasonView reason =
        away != null || told == null || NOT_REACHED.contains(told.code())
            ? ReasonView.of(away != null ? away : unreachable())
            : told;
    return new DeviceNow(ConnectionState.OFFLINE, reason, now.since, null);
  }

  private static Reason unreachable() {
    return new Reason(
        "streams-unreachable",
        "The device is registered, but its streams cannot be reached from here, as is usual"
            + " behind a router. Give the address at which they are, or forward their port.");
  }

  private static DeviceNow of(DeviceState watched) {
    return new DeviceNow(
        ConnectionState.valueOf(watched.kind().name()),
        ReasonView.of(Reason.ofNullable(watched.fault())),
        watched.since(),
        null);
  }

  private static DeviceNow of(@Nullable StreamStatus stream) {
    return stream == null
        ? UNKNOWN
        : new DeviceNow(
            ConnectionState.valueOf(stream.state().name()),
            ReasonView.of(Reason.ofNullable(stream.fault())),
            stream.since(),
            null);
  }
}
