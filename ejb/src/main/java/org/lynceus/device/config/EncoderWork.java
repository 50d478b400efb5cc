package org.lynceus.device.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.CameraTarget;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceService;
import org.lynceus.device.OfferedChannel;
import org.lynceus.device.OnvifConnections;
import org.lynceus.protocols.onvif.EncoderCommands;
import org.lynceus.protocols.onvif.EncoderCommands.Changed;
import org.lynceus.protocols.onvif.EncoderSettings;
import org.lynceus.shared.DomainException;

/**
 * Reads and sets the encoders of a channel's streams; who may, is asked above. After a change the
 * device is asked what it made of it, and the channel is stored as its streams are then: the rest
 * of the center follows that.
 */
@ApplicationScoped
public class EncoderWork {
  private static final System.Logger LOG = System.getLogger(EncoderWork.class.getName());

  @Inject private OnvifConnections connections;
  @Inject private DeviceQueries queries;
  @Inject private DeviceService service;

  /** The encoders of a channel, those of the streams that the center uses first. */
  public List<StreamEncoder> read(UUID channel) {
    CameraTarget camera = connections.camera(channel);
    OfferedChannel known = queries.offered(channel);
    return connections.device(
        camera.device(),
        device -> {
          EncoderCommands commands = new EncoderCommands(device);
          List<StreamEncoder> encoders = new ArrayList<>();
          for (DeviceStreams.One one : DeviceStreams.of(device, camera.number(), known).all()) {
            encoders.add(
                new StreamEncoder(
                    one.role(), one.profile().name(), commands.read(one.profile().encoder())));
          }
          return encoders;
        });
  }

  /** Sets an encoder of a channel, by its token. */
  public EncoderOutcome set(UUID channel, String encoder, EncoderChange change) {
    return set(channel, streams -> streams.encodedBy(encoder), change);
  }

  /** Sets the encoder of a stream that the center uses. */
  public EncoderOutcome set(UUID channel, StreamRole role, EncoderChange change) {
    return set(channel, streams -> streams.of(role), change);
  }

  /** Which of the streams. */
  @FunctionalInterface
  private interface Choice {
    DeviceStreams.@Nullable One of(DeviceStreams streams);
  }

  /** What was set, at which stream. */
  private record Done(DeviceStreams streams, DeviceStreams.One stream, Changed changed) {}

  private EncoderOutcome set(UUID channel, Choice choice, EncoderChange change) {
    CameraTarget camera = connections.camera(channel);
    OfferedChannel known = queries.offered(channel);
    Done done =
        connections.device(
            camera.device(),
            device -> {
              DeviceStreams streams = DeviceStreams.of(device, camera.number(), known);
              DeviceStreams.One stream = choice.of(streams);
              if (stream == null) {
                throw DomainException.notFound("stream");
              }
              Changed changed =
                  new EncoderCommands(device)
                      .change(stream.profile().encoder(), now -> EncoderRules.wanted(now, change));
              return new Done(streams, stream, changed);
            });
    EncoderSettings wanted = done.changed().wanted();
    Made made = made(camera, done);
    EncoderSettings now = made == null ? wanted : made.settings();
    DeviceStreams streams = made == null ? done.streams() : made.streams();
    store(camera, streams.with(done.stream().profile().encoder(), now).renewed(known), known);
    return new EncoderOutcome(
        done.stream().role(),
        done.changed().before(),
        now,
        EncoderRules.otherwise(change, wanted, now),
        made != null);
  }

  /** What the device made of a change: how the encoder works, and where the streams are. */
  private record Made(EncoderSettings settings, DeviceStreams streams) {}

  /** Null when the device, busy with the change, does not answer. */
  private @Nullable Made made(CameraTarget camera, Done done) {
    try {
      return connections.device(
          camera.device(),
          device ->
              new Made(
                  new EncoderCommands(device).settings(done.stream().profile().encoder()),
                  done.streams().placedBy(device)));
    } catch (DomainException away) {
      LOG.log(
          System.Logger.Level.INFO,
          "Device {0} took an encoder setting and has not answered since: {1}",
          camera.device().deviceId(),
          away.getMessage());
      return null;
    }
  }

  private void store(CameraTarget camera, OfferedChannel now, OfferedChannel known) {
    if (!now.equals(known)) {
      service.reencoded(camera.device().deviceId(), camera.number(), now);
    }
  }
}
