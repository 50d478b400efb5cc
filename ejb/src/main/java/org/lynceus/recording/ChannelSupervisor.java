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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.Ownership;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.event.DeviceEventOutlet;
import org.lynceus.live.Streams;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.shared.Reason;

/**
 * Brings what this node does in line with what is wanted, every three seconds and after each
 * change: takes leases of devices and recordings, connects to owned devices, records the wanted
 * channels, lets go of the rest. While the database is away everything goes on as it was.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelSupervisor {
  private static final Logger LOG = System.getLogger(ChannelSupervisor.class.getName());
  private static final Duration UNNOTICED = Duration.ofSeconds(2);

  /** What the engine was told of a device. */
  private record Applied(long version, List<StreamKey> streams) {}

  @Inject private DeviceQueries devices;
  @Inject private RecordingQueries recordings;
  @Inject private SegmentQueries segments;
  @Inject private SegmentStore store;
  @Inject private SegmentIndexer indexer;
  @Inject private DeviceEventOutlet outlet;
  @Inject private Ownership ownership;
  @Inject private Streams streams;
  @Inject private Volumes volumes;
  @Inject private Clock clock;
  private final Map<UUID, Applied> applied = new HashMap<>();
  private boolean databaseAway;

  @PostConstruct
  void start() {
    volumes.open().forEach(streams::addVolume);
    noteStandstill();
    supervise();
  }

  @PreDestroy
  void stop() {
    LOG.log(Level.INFO, "Closing {0} devices", applied.size());
    applied.clear();
    streams.stop();
    indexer.stop();
    outlet.stop();
  }

  /** Runs one round; a round that cannot reach the database changes nothing. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void supervise() {
    try {
      round();
      if (databaseAway) {
        databaseAway = false;
        LOG.log(Level.INFO, "The database answers again");
      }
    } catch (RuntimeException e) {
      if (!databaseAway) {
        databaseAway = true;
        LOG.log(Level.WARNING, "No round of supervision; everything goes on as it was", e);
      }
    }
  }

  private void round() {
    List<DeviceRecord> all = devices.all();
    Set<UUID> enabled = recordings.enabledChannels();
    Set<String> wanted = new HashSet<>();
    all.forEach(device -> wanted.add(Lease.ofDevice(device.id())));
    enabled.forEach(channel -> wanted.add(Lease.ofRecording(channel)));
    ownership.keep(wanted);
    Set<UUID> kept = new HashSet<>();
    for (DeviceRecord device : all) {
      if (ownership.lease(Lease.ofDevice(device.id())) != null) {
        kept.add(device.id());
        connect(device, enabled);
      }
    }
    letGo(kept);
  }

  private void connect(DeviceRecord device, Set<UUID> enabled) {
    Applied before = applied.get(device.id());
    if (before == null || before.version() != device.version()) {
      List<StreamSource> sources = devices.sources(device.id());
      sources.forEach(source -> streams.put(device.id(), source));
      applied.put(
          device.id(),
          new Applied(device.version(), sources.stream().map(StreamSource::key).toList()));
    }
    for (ChannelRecord channel : device.channels()) {
      boolean on =
          enabled.contains(channel.id())
              && ownership.lease(Lease.ofRecording(channel.id())) != null;
      streams.record(new StreamKey(channel.id(), StreamKind.MAIN), on);
    }
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

  /** The time in which no server ran is a gap of every channel that ought to have been recorded. */
  private void noteStandstill() {
    Instant now = clock.instant();
    Reason reason = new Reason("server-stopped", "The server was not running.");
    List<Gap> gaps =
        segments.accountedUntil(recordings.enabledChannels()).entrySet().stream()
            .filter(e -> e.getValue().isBefore(now.minus(UNNOTICED)))
            .map(e -> new Gap(e.getKey(), StreamKind.MAIN, e.getValue(), now, reason))
            .toList();
    store.saveFoundGaps(gaps);
  }
}
