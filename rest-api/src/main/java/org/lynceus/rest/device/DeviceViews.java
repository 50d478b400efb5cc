package org.lynceus.rest.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeQueries;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.DeviceWatch;
import org.lynceus.device.RegistrationAddress;
import org.lynceus.device.listing.ChannelEntry;
import org.lynceus.live.Streams;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.recording.RecordingQueries;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.registration.RegistrationCenter;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.user.Function;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;

/** Joins what is stored of devices with their state now. */
@ApplicationScoped
public class DeviceViews {
  /** All channels of a device are told. */
  public static final int ALL = Integer.MAX_VALUE;

  @Inject private RecordingQueries recordings;
  @Inject private Streams streams;
  @Inject private DeviceWatch watch;
  @Inject private Rights rights;
  @Inject private RegistrationCenter registration;
  @Inject private NodeQueries nodes;
  @Inject private LocalNode local;

  /**
   * @param most how many channels are told of each
   */
  public List<DeviceView> devices(List<DeviceRecord> devices, int most) {
    Map<UUID, RecordingRecord> set =
        recordings.recordings(
            devices.stream()
                .flatMap(d -> d.channels().stream().limit(most))
                .map(ChannelRecord::id)
                .toList());
    Map<UUID, String> driving = nodes.driving(devices.stream().map(DeviceRecord::id).toList());
    return devices.stream()
        .map(device -> view(device, most, set, driving.get(device.id())))
        .toList();
  }

  public DeviceView device(DeviceRecord device) {
    return devices(List.of(device), ALL).get(0);
  }

  public List<ChannelView> channels(List<ChannelRecord> channels) {
    Map<UUID, RecordingRecord> set =
        recordings.recordings(channels.stream().map(ChannelRecord::id).toList());
    return channels.stream().map(channel -> view(channel, set)).toList();
  }

  private DeviceView view(
      DeviceRecord device, int most, Map<UUID, RecordingRecord> set, @Nullable String node) {
    List<ChannelView> channels =
        device.channels().stream().limit(most).map(channel -> view(channel, set)).toList();
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
        reason(now, node),
        now.since(),
        device.username() == null ? null : now.from(),
        device.homeNode(),
        node,
        channels,
        device.channels().size(),
        functionsAt(device.id()),
        device.version());
  }

  /** What the caller may do with the device as a whole. */
  private List<String> functionsAt(UUID device) {
    Permits permits = rights.permits();
    return Stream.of(Function.values())
        .filter(function -> function.local() && permits.mayAtDevice(function, device))
        .map(Function::word)
        .toList();
  }

  /** What another node drives is not watched here. */
  private @Nullable ReasonView reason(DeviceNow now, @Nullable String node) {
    return now.state() == ConnectionState.CONNECTING && node != null && !node.equals(local.name())
        ? new ReasonView("other-node", "Node " + node + " drives this device and knows its state.")
        : now.reason();
  }

  private DeviceNow now(DeviceRecord device) {
    return now(
        device.id(),
        device.url(),
        device.channels().isEmpty() ? null : device.channels().get(0).id());
  }

  /** Whether a device answers; its address says who speaks for it. */
  public DeviceNow now(UUID device, URI url, @Nullable UUID firstChannel) {
    if (DeviceProtocol.of(url) == DeviceProtocol.REGISTRATION) {
      return DeviceNow.ofDialling(registration.state(device));
    }
    return DeviceNow.of(
        watch.state(device), firstChannel == null ? null : streams.status(firstChannel));
  }

  /** Whether the pictures of a channel come. */
  public ConnectionState state(ChannelEntry channel) {
    StreamStatus status = streams.status(channel.id());
    return RegistrationAddress.is(channel.deviceUrl())
        ? DeviceNow.ofDiallingChannel(registration.state(channel.deviceId()), status).state()
        : DeviceNow.ofChannel(watch.state(channel.deviceId()), status).state();
  }

  /** Whether the pictures of a channel come; they do or do not, however its device is reached. */
  public boolean online(UUID channel, UUID device) {
    return DeviceNow.ofChannel(watch.state(device), streams.status(channel)).state()
        == ConnectionState.ONLINE;
  }

  /** Whether a stream of the channel is being recorded. */
  public boolean recording(UUID channel) {
    return Stream.of(StreamKind.values())
        .map(kind -> streams.status(new StreamKey(channel, kind)))
        .anyMatch(
            status -> status != null && status.recording().state() == RecordingState.RECORDING);
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
