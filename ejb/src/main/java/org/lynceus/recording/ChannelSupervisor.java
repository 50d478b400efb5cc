package org.lynceus.recording;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.Homes;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeStore;
import org.lynceus.cluster.Ownership;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.DeviceWatch;
import org.lynceus.device.StreamOffer;
import org.lynceus.event.CameraEvents;
import org.lynceus.event.DeviceEventOutlet;
import org.lynceus.live.Streams;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.RecordWish;
import org.lynceus.registration.RegistrationCenter;

/**
 * Brings what this node does in line with what is wanted, every three seconds and after each
 * change: takes leases of devices and recordings, leaves devices to their home nodes, connects to
 * owned devices, records the wanted channels, lets go of the rest; listens for devices that dial in
 * when it is this node's turn. While the database is away it goes on by the rules and devices it
 * last read: plans begin and end by the clock all the same.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelSupervisor {
  private static final Logger LOG = System.getLogger(ChannelSupervisor.class.getName());

  /** What the engine was told of a device. */
  private record Applied(
      long version, List<StreamKey> streams, Map<StreamKey, StreamOffer> offers) {}

  @Inject private DeviceQueries devices;
  @Inject private RulesQueries rulesQueries;
  @Inject private Standstill standstill;
  @Inject private SegmentIndexer indexer;
  @Inject private DeviceEventOutlet outlet;
  @Inject private DeviceWatch watch;
  @Inject private CameraEvents events;
  @Inject private RegistrationCenter registration;
  @Inject private Ownership ownership;
  @Inject private NodeStore nodes;
  @Inject private LocalNode node;
  @Inject private Streams streams;
  @Inject private Volumes volumes;
  @Inject private Clock clock;
  private final Map<UUID, Applied> applied = new HashMap<>();
  private RecordingRules rules = RecordingRules.NONE;
  private List<DeviceRecord> known = List.of();
  private String marker = "";
  private boolean databaseAway;
  private boolean awaited;

  @PostConstruct
  void start() {
    volumes.prepare();
    volumes.sync();
    supervise();
  }

  @PreDestroy
  void stop() {
    LOG.log(Level.INFO, "Closing {0} devices", applied.size());
    applied.clear();
    registration.stop();
    watch.stop();
    events.stop();
    streams.stop();
    indexer.stop();
    outlet.stop();
    sayGoodbye();
  }

  private void sayGoodbye() {
    try {
      nodes.leave(node.name(), node.holder());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "This node could not say that it stops; others take it for lost", e);
    }
  }

  /** Runs one round; one that cannot reach the database goes by what was read last. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void supervise() {
    try {
      read();
      if (databaseAway) {
        databaseAway = false;
        LOG.log(Level.INFO, "The database answers again");
      }
    } catch (RuntimeException e) {
      if (!databaseAway) {
        databaseAway = true;
        LOG.log(Level.WARNING, "The database is away; everything goes on by what was read last", e);
      }
    }
    apply();
  }

  /** A device on its way from one node to another is let go, or taken, within a second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void hurry() {
    if (awaited || ownership.leaving()) {
      supervise();
    }
  }

  private void read() {
    volumes.sync();
    String now = rulesQueries.marker();
    List<DeviceRecord> all = now.equals(marker) ? known : devices.all();
    RecordingRules loaded = now.equals(marker) ? rules : rulesQueries.load();
    nodes.beat(node.name(), node.holder(), node.startedAt());
    Ownership.Wishes wishes =
        WorkWishes.of(all, loaded.channels(), Homes.of(node.name(), nodes.all()));
    Set<String> taken = ownership.keep(wishes, this::written);
    awaited =
        all.stream()
            .filter(device -> node.name().equals(device.homeNode()))
            .anyMatch(device -> !ownership.works(Lease.ofDevice(device.id())));
    known = all;
    rules = loaded;
    marker = now;
    standstill.note(rules, taken);
  }

  /** Whether nothing of a resource waits to be written any more. */
  private boolean written(String resource) {
    UUID id = Lease.id(resource);
    return id == null || !applied.containsKey(id) && !indexer.unfinished().contains(id);
  }

  private void apply() {
    Map<StreamKey, RecordingRules.Wanted> wanted = rules.wanted(clock.instant());
    Map<UUID, DeviceRecord> kept = new HashMap<>();
    for (DeviceRecord device : known) {
      if (ownership.works(Lease.ofDevice(device.id()))) {
        kept.put(device.id(), device);
        connect(device, wanted);
      }
    }
    letGo(kept.keySet());
    watch.keep(kept.values());
    events.keep(kept.values());
    registration.keep(ownership.works(Lease.REGISTRATION));
  }

  private void connect(DeviceRecord device, Map<StreamKey, RecordingRules.Wanted> wanted) {
    Applied before = applied.get(device.id());
    if (before == null || before.version() != device.version()) {
      if (databaseAway) {
        return;
      }
      before = connectAnew(device, before);
    }
    for (StreamKey key : before.streams()) {
      RecordingRules.Wanted now = wanted.get(key);
      boolean owned = ownership.works(Lease.ofRecording(key.channel()));
      streams.record(
          key,
          now == null || !owned
              ? RecordWish.anywhere(false)
              : new RecordWish(now.on(), now.pre(), rules.volumes(key.channel()), true));
    }
  }

  private Applied connectAnew(DeviceRecord device, @Nullable Applied before) {
    List<StreamSource> sources = devices.sources(device.id());
    sources.forEach(source -> streams.put(device, source));
    Applied now =
        new Applied(
            device.version(),
            sources.stream().map(StreamSource::key).toList(),
            DeviceOffers.of(device));
    if (before != null) {
      now.offers()
          .forEach(
              (key, offer) -> {
                StreamOffer known = before.offers().get(key);
                if (known != null && !known.equals(offer)) {
                  streams.follow(key, offer);
                }
              });
      before.streams().stream()
          .filter(key -> !now.streams().contains(key))
          .forEach(streams::remove);
    }
    applied.put(device.id(), now);
    return now;
  }

  private void letGo(Set<UUID> kept) {
    Set<UUID> gone = new HashSet<>(applied.keySet());
    gone.removeAll(kept);
    for (UUID device : gone) {
      Applied before = applied.remove(device);
      if (before != null) {
        before.streams().forEach(streams::remove);
      }
    }
  }
}
