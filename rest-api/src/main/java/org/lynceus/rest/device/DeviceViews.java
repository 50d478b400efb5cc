package org.lynceus.rest.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceRecord;
import org.lynceus.live.Streams;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.recording.RecordingQueries;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.registration.RegistrationCenter;
import org.lynceus.registration.RegistrationState;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.shared.Reason;
import org.lynceus.user.Rights;

/** Joins what is stored of devices with their state now. */
@ApplicationScoped
public class DeviceViews {
  private static final Set<String> NOT_REACHED =
      Set.of("unreachable", "refused", "timeout", "not-rtsp");

  @Inject private RecordingQueries recordings;
  @Inject private Streams streams;
  @Inject private Rights rights;
  @Inject private RegistrationCenter registration;

  public List<DeviceView> devices(List<DeviceRecord> devices) {
    Map<UUID, RecordingRecord> set =
        recordings.recordings(
            devices.stream().flatMap(d -> d.channels().stream()).map(ChannelRecord::id).toList());
    return devices.stream().map(device -> view(device, set)).toList();
  }

  public DeviceView device(DeviceRecord device) {
    return devices(List.of(device)).get(0);
  }

  public List<ChannelView> channels(List<ChannelRecord> channels) {
    Map<UUID, RecordingRecord> set =
        recordings.recordings(channels.stream().map(ChannelRecord::id).toList());
    return channels.stream().map(channel -> view(channel, set)).toList();
  }

  private DeviceView view(DeviceRecord device, Map<UUID, RecordingRecord> set) {
    List<ChannelView> channels =
        device.channels().stream().map(channel -> view(channel, set)).toList();
    Connection connection = connection(device, channels);
    return new DeviceView(
        device.id(),
        device.name(),
        device.siteId(),
        device.url().toString(),
        device.subUrl() == null ? null : device.subUrl().toString(),
        device.certificate() == null ? null : device.certificate().hex(),
        device.username(),
        DeviceProtocol.of(device.url()),
        IdentityView.of(device.identity()),
        connection.state(),
        connection.reason(),
        connection.since(),
        connection.from(),
        channels,
        device.version());
  }

  /** Why the pictures of a device that dials in do not come. */
  private Reason unreachable(ChannelRecord channel, ChannelView view) {
    RegistrationState state = registration.state(channel.deviceId());
    Reason away = state == null ? null : state.reason();
    ReasonView told = view.reason();
    if (away != null) {
      return away;
    }
    return told != null && !NOT_REACHED.contains(told.code())
        ? new Reason(told.code(), told.text())
        : new Reason(
            "streams-unreachable",
            "The device is registered, but its streams cannot be reached from here, as is usual"
                + " behind a router. Give the address at which they are, or forward their port.");
  }

  /** Whether a device answers: its first channel says it, or its registration. */
  private record Connection(
      ConnectionState state,
      @Nullable ReasonView reason,
      @Nullable Instant since,
      @Nullable String from) {}

  private Connection connection(DeviceRecord device, List<ChannelView> channels) {
    if (DeviceProtocol.of(device.url()) == DeviceProtocol.REGISTRATION) {
      RegistrationState state = registration.state(device.id());
      return state == null
          ? new Connection(ConnectionState.CONNECTING, null, null, null)
          : new Connection(
              state.registered() ? ConnectionState.ONLINE : ConnectionState.OFFLINE,
              ReasonView.of(state.reason()),
              state.since(),
              device.username() == null ? null : state.from());
    }
    if (channels.isEmpty()) {
      return new Connection(ConnectionState.CONNECTING, null, null, null);
    }
    ChannelView first = channels.get(0);
    StreamStatus status = streams.status(first.id());
    return new Connection(
        first.state(), first.reason(), status == null ? null : status.since(), null);
  }

  private ChannelView view(ChannelRecord channel, Map<UUID, RecordingRecord> set) {
    RecordingRecord recording = java.util.Objects.requireNonNull(set.get(channel.id()));
    ChannelView view =
        ChannelView.of(
            channel,
            recording,
            streams.status(channel.id()),
            rights.permits().functionsAt(channel.id()));
    return channel.dialsIn() && view.state() != ConnectionState.ONLINE
        ? view.with(ConnectionState.OFFLINE, ReasonView.of(unreachable(channel, view)))
        : view;
  }
}
