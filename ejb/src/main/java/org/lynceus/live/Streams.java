package org.lynceus.live;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceAddress;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.DeviceState;
import org.lynceus.device.DeviceStateChanged;
import org.lynceus.device.StreamOffer;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventOutlet;
import org.lynceus.event.DeviceEventType;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineEvents;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.engine.RecordWish;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.media.engine.UnknownStreamException;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.live.LiveHls;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.store.VolumeStatus;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * The media engine of this node inside the application: knows which device a stream belongs to and
 * turns changes of state into facts. Who may be connected to is decided above (ownership).
 */
@ApplicationScoped
public class Streams {
  @Inject private Clock clock;
  @Inject private Ids ids;
  @Inject private DeviceEventOutlet outlet;
  @Inject private SegmentIndex index;
  private final Map<UUID, Owner> ownerOfChannel = new ConcurrentHashMap<>();
  private final Map<UUID, Set<UUID>> channelsOfDevice = new ConcurrentHashMap<>();
  private @Nullable MediaEngine engine;
  private @Nullable LiveHls hls;

  /** The device of a channel, and whether the channel's stream is all there is of it. */
  private record Owner(UUID device, boolean oneStream) {}

  @PostConstruct
  void start() {
    engine =
        new MediaEngine(
            EngineOptions.defaults(), clock, new SecureRandom(), new Facts(), List.of(), index);
    engine.start();
    hls = new LiveHls(engine, clock);
  }

  /** Closes the open files and ends the engine's threads; called once, at undeploy. */
  public void stop() {
    hls().close();
    engine().close();
  }

  public void addVolume(Volume volume) {
    engine().addVolume(volume);
  }

  public void removeVolume(UUID volume) {
    engine().removeVolume(volume);
  }

  /** Whether a file is being written now. */
  public boolean isOpen(UUID volume, String path) {
    return engine().isOpen(volume, path);
  }

  /** Connects to a source of a device, or replaces it. */
  public void put(DeviceRecord device, StreamSource source) {
    UUID channel = source.key().channel();
    ownerOfChannel.put(channel, new Owner(device.id(), DeviceAddress.oneStream(device.url())));
    channelsOfDevice
        .computeIfAbsent(device.id(), none -> ConcurrentHashMap.newKeySet())
        .add(channel);
    engine().put(source);
  }

  /**
   * Reads a stream's description anew unless it is what the device is known to send: its encoder
   * was set. Some cameras go on with the old connection and fill it with what nobody can read.
   */
  public void follow(StreamKey key, StreamOffer known) {
    StreamStatus status = status(key);
    StreamDescription now = status == null ? null : status.description();
    if (now != null
        && !(now.codec().equals(known.videoCodec())
            && Objects.equals(now.width(), known.width())
            && Objects.equals(now.height(), known.height()))) {
      engine().again(key);
    }
  }

  public void remove(StreamKey key) {
    engine().remove(key);
  }

  /** A device is there again: its channels are asked now, though it may not be their turn. */
  void back(@Observes DeviceStateChanged fact) {
    if (fact.state().kind() == DeviceState.Kind.ONLINE) {
      channelsOfDevice
          .getOrDefault(fact.deviceId(), Set.of())
          .forEach(channel -> engine().hurry(main(channel)));
    }
  }

  public void record(StreamKey key, RecordWish wish) {
    engine().record(key, wish);
  }

  /** The state of the channel's main stream, null when this node does not own it. */
  public @Nullable StreamStatus status(UUID channel) {
    return status(main(channel));
  }

  /** The state of a stream, null when this node does not own it. */
  public @Nullable StreamStatus status(StreamKey stream) {
    return engine().status(stream);
  }

  public List<StreamStatus> statuses() {
    return engine().statuses();
  }

  /** Subscribes a viewer, G.711 included; the queue holds at most 4 MiB. */
  public LiveSubscription watch(UUID channel, StreamKind kind, Runnable ready) {
    try {
      return engine().watch(new StreamKey(channel, kind), ready, 4 << 20, true);
    } catch (UnknownStreamException e) {
      throw notOwned();
    }
  }

  public CompletableFuture<KeyFrame> keyFrame(StreamKey stream, Duration patience) {
    try {
      return engine().keyFrame(stream, patience);
    } catch (UnknownStreamException e) {
      throw notOwned();
    }
  }

  /** Low-latency HLS of the main stream; see {@link LiveHls#playlist}. */
  public CompletableFuture<@Nullable String> livePlaylist(UUID channel, long sequence, int part) {
    try {
      return hls().playlist(main(channel), sequence, part);
    } catch (UnknownStreamException e) {
      throw notOwned();
    }
  }

  /** An initialisation segment that such a playlist names, null when it is gone. */
  public byte @Nullable [] liveInit(UUID channel, int number) {
    return hls().init(main(channel), number);
  }

  /** A segment or part that such a playlist names; see {@link LiveHls#media}. */
  public CompletableFuture<byte @Nullable []> liveMedia(UUID channel, long sequence, int part) {
    return hls().media(main(channel), sequence, part);
  }

  private LiveHls hls() {
    if (hls == null) {
      throw new IllegalStateException("not started");
    }
    return hls;
  }

  private static StreamKey main(UUID channel) {
    return new StreamKey(channel, StreamKind.MAIN);
  }

  private static DomainException notOwned() {
    String text = "No node is connected to this camera yet; try again in a few seconds.";
    return new DomainException(
        ProblemType.UNAVAILABLE, text, new Reason("not-owner", text), List.of());
  }

  private MediaEngine engine() {
    if (engine == null) {
      throw new IllegalStateException("not started");
    }
    return engine;
  }

  /** Turns what the engine tells into events. */
  private final class Facts implements EngineEvents {
    @Override
    public void streamChanged(@Nullable StreamStatus before, StreamStatus now) {
      UUID channel = now.key().channel();
      Owner owner = ownerOfChannel.get(channel);
      if (owner == null) {
        return;
      }
      for (StreamFacts.Fact fact : StreamFacts.of(before, now, owner.oneStream())) {
        @Nullable Fault fault = fact.fault();
        outlet.put(
            new DeviceEvent(
                ids.next(),
                owner.device(),
                channel,
                fact.type(),
                Reason.ofNullable(fault),
                fact.at()));
      }
    }

    @Override
    public void volumeChanged(@Nullable VolumeStatus before, VolumeStatus now) {
      if (before == null && now.state() == VolumeState.READY) {
        return;
      }
      String type = DeviceEventType.ofVolume(now.state().name());
      @Nullable Reason reason =
          now.detail().isEmpty()
              ? null
              : new Reason(type.toLowerCase(Locale.ROOT).replace('_', '-'), now.detail());
      outlet.put(
          DeviceEvent.ofCenter(ids.next(), type, "volume " + now.id(), reason, clock.instant()));
    }
  }
}
