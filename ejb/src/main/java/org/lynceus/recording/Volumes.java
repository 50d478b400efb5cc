package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.Streams;
import org.lynceus.media.store.RecoveryReport;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreRecovery;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;
import org.lynceus.media.store.VolumeState;
import org.lynceus.shared.Settings;

/**
 * The volumes of this node, as the table says. The first start makes one in an empty directory and
 * remembers its id; every later start accepts only that one, so a disk that is not mounted is
 * MISSING and nothing is written in its place. A volume is put in order (recovered) before it is
 * recorded to: at start, or when its disk comes later.
 */
@ApplicationScoped
@PermitAll
public class Volumes {
  private static final Logger LOG = System.getLogger(Volumes.class.getName());
  private static final Duration MARGIN = Duration.ofHours(1);

  @Inject private Settings settings;
  @Inject private VolumeStore table;
  @Inject private SegmentQueries index;
  @Inject private SegmentStore store;
  @Inject private Streams streams;
  private final Map<UUID, Volume> open = new ConcurrentHashMap<>();
  private final Set<UUID> recovered = new HashSet<>();

  /**
   * Makes sure that the volume of the setting is in the table; called once, before the first sync.
   */
  public void prepare() {
    if (settings.recordings().isEmpty()) {
      LOG.log(Level.INFO, "LYNCEUS_RECORDINGS is not set: this node begins without a volume");
      return;
    }
    Path directory = settings.recordings().get().toAbsolutePath().normalize();
    if (table.atDirectory(directory) != null) {
      return;
    }
    try {
      Files.createDirectories(directory);
      table.add(make(directory).id(), directory, "recordings", null, null, null);
    } catch (IOException | VolumeException e) {
      throw new IllegalStateException(
          "The recordings directory " + directory + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Takes the volume that is in a directory, or makes one there when it is empty. */
  Volume make(Path directory) throws VolumeException {
    return Files.isRegularFile(directory.resolve("volume.json"))
        ? Volume.open(directory, settings.reserveBytes())
        : Volume.initialise(directory, UUID.randomUUID(), settings.reserveBytes());
  }

  /** Brings what the engine has in line with the table. */
  public synchronized void sync() {
    Set<UUID> known = new HashSet<>();
    for (VolumeStore.Row row : table.ofThisNode()) {
      known.add(row.id());
      Volume volume =
          open.computeIfAbsent(
              row.id(), id -> Volume.unseen(row.directory(), id, settings.reserveBytes()));
      volume.quota(row.quotaBytes());
      volume.reserve(row.reserveBytes() == null ? settings.reserveBytes() : row.reserveBytes());
      admit(volume);
    }
    for (UUID id : List.copyOf(open.keySet())) {
      if (!known.contains(id)) {
        streams.removeVolume(id);
        open.remove(id);
        recovered.remove(id);
      }
    }
  }

  public List<Volume> all() {
    return List.copyOf(open.values());
  }

  /** The volume with this id on this node, null when it is elsewhere or gone. */
  public @Nullable Volume byId(UUID id) {
    return open.get(id);
  }

  private void admit(Volume volume) {
    if (!recovered.contains(volume.id())
        && volume.refresh().state() != VolumeState.MISSING
        && recover(volume)) {
      recovered.add(volume.id());
      volume.used(index.bytesOn(volume.id()));
      streams.addVolume(volume);
    }
  }

  private boolean recover(Volume volume) {
    @Nullable Instant uncertain = index.uncertainSince(volume.id());
    Instant since = uncertain == null ? Instant.EPOCH : uncertain.minus(MARGIN);
    List<Segment> found = new ArrayList<>();
    try {
      RecoveryReport report = StoreRecovery.recover(volume, since, index::byId, found::add);
      store.saveRecovered(found);
      LOG.log(
          Level.INFO,
          "Volume {0}: {1} files looked at, {2} cut, {3} removed, {4} added to the index",
          volume.id(),
          report.files(),
          report.cut(),
          report.removed(),
          found.size());
      return true;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "Recovery of volume " + volume.id() + " failed; it is not used yet", e);
      return false;
    }
  }
}
