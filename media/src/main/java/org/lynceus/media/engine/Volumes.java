package org.lynceus.media.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.LimitedLog;
import org.lynceus.media.StreamKey;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeStatus;
import org.lynceus.media.store.VolumeWriter;
import org.lynceus.media.store.VolumeWriters;
import org.lynceus.media.store.WriterOptions;

/**
 * The writers of all volumes and the choice among them: a channel goes to that ready volume of its
 * group which ranks first for it by hash, so that only the channels of a volume that comes or goes
 * move. A thread watches the volumes from outside, because a writer that is stuck in a disk cannot
 * report it.
 */
final class Volumes {
  private static final System.Logger LOG = System.getLogger(Volumes.class.getName());
  private static final LimitedLog FAILURES = new LimitedLog(LOG, System::nanoTime);
  private static final Duration WATCH_EVERY = Duration.ofMillis(200);

  private final Map<UUID, Watched> watched = new ConcurrentHashMap<>();
  private final WriterOptions options;
  private final Duration stallLimit;
  private final SegmentIndex index;
  private final RandomGenerator random;
  private final EngineEvents events;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(Volumes::daemon);
  private volatile long generation;
  private volatile boolean closed;

  /** The writers of a volume and the last status that was told. */
  private static final class Watched {
    private final VolumeWriters writers;
    private @Nullable VolumeStatus told;

    Watched(VolumeWriters writers) {
      this.writers = writers;
    }
  }

  /**
   * Where to record.
   *
   * @param writer null when no volume that is allowed can be written
   * @param elsewhere whether it is outside of the channel's group
   */
  record Choice(@Nullable VolumeWriter writer, boolean elsewhere) {}

  Volumes(EngineOptions options, SegmentIndex index, RandomGenerator random, EngineEvents events) {
    this.options =
        new WriterOptions(
            options.segment(),
            options.flush(),
            options.writerQueueBytes(),
            options.intakeReserve(),
            options.digests());
    this.stallLimit = options.stallLimit();
    this.index = index;
    this.random = random;
    this.events = events;
    watchdog.scheduleWithFixedDelay(this::watch, 0, WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  synchronized void add(Volume volume) {
    if (closed || watched.containsKey(volume.id())) {
      return;
    }
    VolumeWriters writers = new VolumeWriters(volume, options, index, random);
    watched.put(volume.id(), new Watched(writers));
    writers.start();
    changed();
  }

  synchronized void remove(UUID volume) {
    Watched gone = watched.remove(volume);
    if (gone != null) {
      gone.writers.retire();
      changed();
    }
  }

  List<VolumeStatus> statuses() {
    return watched.values().stream().map(each -> each.writers.volume().status()).toList();
  }

  /** Whether a file is being written now. */
  boolean open(UUID volume, String path) {
    Watched one = watched.get(volume);
    return one != null && one.writers.isOpen(path);
  }

  /** Changes whenever the choice may have changed. */
  long generation() {
    return generation;
  }

  Choice choose(StreamKey key, RecordWish wish) {
    return choose(key, wish, null);
  }

  /**
   * The same after one volume failed.
   *
   * @param failed taken only when there is no other
   */
  Choice choose(StreamKey key, RecordWish wish, @Nullable Volume failed) {
    VolumeWriter own = best(key, wish, failed, true);
    if (own != null || wish.volumes().isEmpty() || !wish.fallback()) {
      return new Choice(own, false);
    }
    VolumeWriter other = best(key, wish, failed, false);
    return new Choice(other, other != null);
  }

  /** Why {@link #choose} finds none. */
  Fault fault(RecordWish wish) {
    for (Watched each : watched.values()) {
      Fault fault = each.writers.volume().fault();
      if (fault != null && (wish.fallback() || inGroup(each, wish))) {
        return fault;
      }
    }
    return new Fault(FaultCode.VOLUME_MISSING, "No volume is set up for recordings");
  }

  void close(Duration patience) {
    closed = true;
    watchdog.shutdown();
    long deadline = System.nanoTime() + patience.toNanos();
    watched.values().forEach(each -> each.writers.retire());
    for (Watched each : watched.values()) {
      each.writers.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }

  private @Nullable VolumeWriter best(
      StreamKey key, RecordWish wish, @Nullable Volume failed, boolean group) {
    return watched.values().stream()
        .filter(each -> !group || inGroup(each, wish))
        .map(each -> each.writers)
        .filter(VolumeWriters::usable)
        .max(
            Comparator.comparing((VolumeWriters writers) -> writers.volume() != failed)
                .thenComparingLong(writers -> rank(key, writers.volume().id())))
        .map(writers -> writers.of(key))
        .orElse(null);
  }

  private static boolean inGroup(Watched each, RecordWish wish) {
    return wish.volumes().isEmpty() || wish.volumes().contains(each.writers.volume().id());
  }

  /** Highest random weight (rendezvous) hashing: mixes both ids well (SplitMix64's finisher). */
  private static long rank(StreamKey key, UUID volume) {
    UUID channel = key.channel();
    long mixed = channel.getMostSignificantBits() * 31 + channel.getLeastSignificantBits();
    mixed = mixed * 31 + volume.getMostSignificantBits() * 17 + volume.getLeastSignificantBits();
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  private synchronized void changed() {
    generation++;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "lynceus-volume-watch");
    thread.setDaemon(true);
    return thread;
  }

  private void watch() {
    try {
      watched.values().forEach(this::watch);
    } catch (RuntimeException bug) {
      FAILURES.log(System.Logger.Level.ERROR, "Watching the volumes failed by a bug", bug);
    }
  }

  private void watch(Watched each) {
    each.writers.watch(stallLimit);
    VolumeStatus before = each.told;
    VolumeStatus now = each.writers.volume().status();
    if (before == null || before.state() != now.state()) {
      each.told = now;
      changed();
      events.volumeChanged(before, now);
    }
  }
}
