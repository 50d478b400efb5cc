package org.lynceus.rest.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.DeviceWatch;
import org.lynceus.live.Streams;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.recording.RecordingQueries;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.registration.RegistrationCenter;
import org.lynceus.user.Rights;

/** Joins what is stored of devices with their state now. */
@ApplicationScoped
public class DeviceViews {
  @Inject private RecordingQueries recordings;
  @Inject private Streams streams;
  @Inject private DeviceWatch watch;
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
    DeviceNow now = now(device);
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
        now.state(),
        now.reason(),
        now.since(),
        device.username() == null ? null : now.from(),
        channels,
        device.version());
  }

  private DeviceNow now(DeviceRecord device) {
    if (DeviceProtocol.of(device.url()) == DeviceProtocol.REGISTRATION) {
      return DeviceNow.ofDialling(registration.state(device.id()));
    }
    return DeviceNow.of(
        watch.state(device.id()),
        device.channels().isEmpty() ? null : streams.status(device.channels().get(0).id()));
  }

  private ChannelView view(ChannelRecord channel, Map<UUID, RecordingRecord> set) {
    RecordingRecord recording = java.util.Objects.requireNonNull(set.get(channel.id()));
    StreamStatus status = streams.status(channel.id());
    DeviceNow now =
        channel.dialsIn()
            ? DeviceNow.ofDiallingChannel(registration.state(channel.deviceId()), status)
            : DeviceNow.ofChannel(watch.state(channel.deviceId()), status);
    return ChannelView.of(
        channel, recording, now, status, rights.permits().functionsAt(channel.id()));
  }
}
