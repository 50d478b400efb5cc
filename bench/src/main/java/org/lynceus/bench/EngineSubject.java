package org.lynceus.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.media.store.FragmentTable;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentFiles;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;

/**
 * The engine alone in a process, recording every camera with the options of a server, as one would:
 * files are forced to disk, each index row is packed as for the database, the oldest files are
 * deleted beyond a bound. Prints {@code ready}; when its input ends it stops and prints what it
 * counted.
 */
final class EngineSubject {
  private static final long MOST_BYTES = 16L << 30;

  private EngineSubject() {}

  /** Packs what an index would store, counts it, and deletes the oldest files. */
  private static final class CountingIndex implements SegmentIndex {
    final AtomicLong saves = new AtomicLong();
    final Map<String, AtomicLong> gaps = new ConcurrentSkipListMap<>();
    final AtomicLong rowBytes = new AtomicLong();
    private final ArrayDeque<Segment> closed = new ArrayDeque<>();
    private long bytes;

    @Override
    public void save(Segment segment) {
      saves.incrementAndGet();
      rowBytes.addAndGet(FragmentTable.encode(segment.fragments()).length);
      if (segment.closed()) {
        synchronized (this) {
          closed.add(segment);
          bytes += segment.bytes();
        }
      }
    }

    @Override
    public void gap(StreamKey key, Instant from, Instant to, Fault reason) {
      gaps.computeIfAbsent(reason.code().word(), code -> new AtomicLong()).incrementAndGet();
    }

    synchronized List<String> oldest() {
      List<String> paths = new ArrayList<>();
      while (bytes > MOST_BYTES) {
        Segment segment = closed.remove();
        bytes -= segment.bytes();
        paths.add(segment.path());
      }
      return paths;
    }
  }

  /**
   * Arguments: port of the cameras, their number, an empty directory, {@code digests} or {@code
   * plain}. The hour of intake that a server keeps free is not kept: the disk of a measurement may
   * be small.
   */
  public static void main(String[] arguments) throws IOException, VolumeException {
    int port = Integer.parseInt(arguments[0]);
    int cameras = Integer.parseInt(arguments[1]);
    Volume volume = Volume.initialise(Path.of(arguments[2]), UUID.randomUUID(), 0);
    CountingIndex index = new CountingIndex();
    MediaEngine engine =
        new MediaEngine(
            EngineOptions.defaults().with(Duration.ZERO, arguments[3].equals("digests")),
            Clock.systemUTC(),
            new Random(),
            (before, now) -> {},
            List.of(volume),
            index);
    engine.start();
    for (int i = 1; i <= cameras; i++) {
      StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
      URI url = URI.create("rtsp://127.0.0.1:" + port + "/camera/" + i);
      engine.put(new StreamSource(key, url, null));
      engine.record(key, true);
    }
    ScheduledExecutorService retention = Executors.newSingleThreadScheduledExecutor();
    retention.scheduleWithFixedDelay(() -> delete(volume, index), 5, 5, TimeUnit.SECONDS);
    System.out.println("ready");
    while (System.in.read() >= 0) {
      continue;
    }
    retention.shutdown();
    List<StreamStatus> statuses = engine.statuses();
    engine.close();
    System.out.printf(
        "frames %d, groups dropped %d, reconnects %d, gaps %s, index rows %d of %d KB, states %s%n",
        statuses.stream().mapToLong(s -> s.counters().framesIn()).sum(),
        statuses.stream().mapToLong(s -> s.counters().gopsDropped()).sum(),
        statuses.stream().mapToLong(s -> s.counters().reconnects()).sum(),
        index.gaps,
        index.saves.get(),
        index.rowBytes.get() / 1000,
        statuses.stream().map(s -> s.recording().state()).distinct().toList());
  }

  private static void delete(Volume volume, CountingIndex index) {
    try {
      SegmentFiles.delete(volume, index.oldest());
    } catch (IOException failed) {
      System.err.println("deletion failed: " + failed);
    }
  }
}
