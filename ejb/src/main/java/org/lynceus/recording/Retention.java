package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.lynceus.device.DeviceQueries;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventOutlet;
import org.lynceus.event.DeviceEventType;
import org.lynceus.media.store.DeleteReport;
import org.lynceus.media.store.SegmentFiles;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.store.VolumeStatus;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/**
 * Deletes recordings of this node's volumes: those that are too old, those over a quota, and the
 * oldest where room is needed. In two steps, so that a stop at any moment leaves either the
 * recording or the order to delete it: the row says so, the file goes, the row goes into the log.
 * While the database is away nothing is deleted; a volume that becomes full then stops visibly.
 */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Retention {
  private static final Logger LOG = System.getLogger(Retention.class.getName());
  private static final int BATCH = 2000;
  private static final int MOST_ROUNDS = 50;
  private static final long LEAST_ROOM = 64_000_000;
  private static final long MOST_ROOM = 2_000_000_000;
  private static final Duration AHEAD = Duration.ofMinutes(5);

  @Inject private RetentionStore store;
  @Inject private RetentionService settings;
  @Inject private LockService locks;
  @Inject private DeviceQueries devices;
  @Inject private Volumes volumes;
  @Inject private DeviceEventOutlet outlet;
  @Inject private Ids ids;
  @Inject private Clock clock;
  private final Set<String> told = new HashSet<>();

  /** One round over all volumes. */
  @Schedule(hour = "*", minute = "*", second = "5/15", persistent = false)
  public void round() {
    try {
      Map<UUID, ChannelRetention> retentions = settings.all();
      RetentionChoice choice = new RetentionChoice(retentions, locks.holding(), clock.instant());
      for (Volume volume : volumes.all()) {
        keepInBounds(volume, choice, retentions);
      }
      store.forgetTriggers(Duration.ofDays(1));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "No round of retention: {0}", e.getMessage());
    }
  }

  private void keepInBounds(
      Volume volume, RetentionChoice choice, Map<UUID, ChannelRetention> retentions) {
    VolumeState state = volume.status().state();
    if (state != VolumeState.READY && state != VolumeState.FULL) {
      return;
    }
    finish(volume);
    retentions.forEach(
        (channel, retention) -> {
          deleteExpired(volume, channel, retention, choice);
          deleteOverQuota(volume, channel, retention, choice);
        });
    makeRoom(volume, choice);
  }

  private void deleteExpired(
      Volume volume, UUID channel, ChannelRetention retention, RetentionChoice choice) {
    if (retention.maxDays() == null) {
      return;
    }
    Instant end = clock.instant().minus(Duration.ofDays(retention.maxDays()));
    delete(
        volume,
        choice.expired(store.endedBefore(volume.id(), channel, end, BATCH)).chosen(),
        DeletionReason.EXPIRED);
  }

  private void deleteOverQuota(
      Volume volume, UUID channel, ChannelRetention retention, RetentionChoice choice) {
    Long quota = retention.quotaBytes();
    if (quota == null) {
      return;
    }
    long over = store.bytesOf(channel) - quota;
    if (over > 0) {
      List<RetentionChoice.Candidate> oldest =
          store.endedBefore(volume.id(), channel, clock.instant(), BATCH);
      delete(volume, choice.room(oldest, over).chosen(), DeletionReason.QUOTA);
    }
  }

  /** Keeps some minutes of intake free above the reserve and below the quota. */
  private void makeRoom(Volume volume, RetentionChoice choice) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long needed = needed(volume.refresh());
      if (needed <= 0) {
        told.remove("locked " + volume.id());
        return;
      }
      RetentionChoice.Choice chosen = choice.room(store.oldest(volume.id(), BATCH), needed);
      if (chosen.chosen().isEmpty()) {
        tell(
            DeviceEventType.VOLUME_LOCKED,
            "locked " + volume.id(),
            volume,
            "Room is needed, and every recording on this volume is locked or still being written");
        return;
      }
      if (chosen.tooEarly()) {
        tell(
            DeviceEventType.RETENTION_SHORT,
            "short " + volume.id() + clock.instant().toString().substring(0, 13),
            volume,
            "Recordings had to go that should have been kept longer; add room or keep fewer days");
      }
      boolean byQuota =
          volume.status().quotaBytes() != null && overQuota(volume.status()) >= needed;
      delete(volume, chosen.chosen(), byQuota ? DeletionReason.QUOTA : DeletionReason.SPACE);
    }
  }

  private static long needed(VolumeStatus status) {
    long ahead = status.bytesPerSecond() * AHEAD.toSeconds();
    long room = Math.min(MOST_ROOM, Math.max(LEAST_ROOM, ahead));
    room = Math.min(room, Math.max(1, status.totalBytes() / 20));
    long free = status.reserveBytes() + room - status.freeBytes();
    return Math.max(
        free, overQuota(status) + (status.quotaBytes() == null ? 0 : quotaRoom(status)));
  }

  private static long overQuota(VolumeStatus status) {
    Long quota = status.quotaBytes();
    return quota == null ? Long.MIN_VALUE / 2 : status.usedBytes() - quota;
  }

  private static long quotaRoom(VolumeStatus status) {
    long quota = Objects.requireNonNull(status.quotaBytes());
    return Math.min(quota / 20, Math.max(LEAST_ROOM, status.bytesPerSecond() * AHEAD.toSeconds()));
  }

  private void delete(
      Volume volume, List<RetentionChoice.Candidate> chosen, DeletionReason reason) {
    if (!chosen.isEmpty()) {
      store.begin(chosen, reason);
      finish(volume);
    }
  }

  private void finish(Volume volume) {
    Map<UUID, String> names = null;
    for (List<RetentionStore.Begun> begun = store.begun(volume.id(), BATCH);
        !begun.isEmpty();
        begun = store.begun(volume.id(), BATCH)) {
      names = names == null ? devices.channelNames() : names;
      try {
        DeleteReport report =
            SegmentFiles.delete(volume, begun.stream().map(RetentionStore.Begun::path).toList());
        Set<String> kept = new HashSet<>();
        report.failed().forEach(failure -> kept.add(failure.path()));
        List<UUID> gone =
            begun.stream()
                .filter(b -> !kept.contains(b.path()))
                .map(RetentionStore.Begun::id)
                .toList();
        store.finish(gone, names);
        volume.used(Math.max(0, volume.status().usedBytes() - report.bytes()));
        LOG.log(Level.INFO, "Deleted {0} recordings of volume {1}", gone.size(), volume.id());
        if (!kept.isEmpty()) {
          LOG.log(Level.WARNING, "Not deleted, tried again later: {0}", report.failed());
          return;
        }
      } catch (IOException e) {
        LOG.log(Level.WARNING, "Nothing can be deleted on volume " + volume.id(), e);
        return;
      }
    }
  }

  /** Each thing is told once until it is over. */
  private void tell(String type, String key, Volume volume, String text) {
    if (told.add(key)) {
      String code = type.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      outlet.put(
          DeviceEvent.ofCenter(
              ids.next(), type, "volume " + volume.id(), new Reason(code, text), clock.instant()));
    }
  }
}
