package org.lynceus.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;

/**
 * The engine alone in a process, recording every camera with the options of a server. Prints {@code
 * ready}; when its input ends it stops and prints what it counted.
 */
final class EngineSubject {
  private EngineSubject() {}

  /** Counts what an index would store. */
  private static final class CountingIndex implements SegmentIndex {
    final AtomicLong saves = new AtomicLong();
    final AtomicLong gaps = new AtomicLong();

    @Override
    public void save(Segment segment) {
      saves.incrementAndGet();
    }

    @Override
    public void gap(StreamKey key, Instant from, Instant to, Fault reason) {
      gaps.incrementAndGet();
    }
  }

  /**
   * A server's options, but for the hour of intake that is kept free: the disk of a measurement may
   * be small.
   */
  private static EngineOptions options() {
    EngineOptions usual = EngineOptions.defaults();
    return new EngineOptions(
        usual.selectorThreads(),
        usual.segment(),
        usual.flush(),
        usual.connectTimeout(),
        usual.firstDataTimeout(),
        usual.dataTimeout(),
        usual.idleCheck(),
        usual.backoffFirst(),
        usual.backoffMost(),
        usual.unauthorizedWait(),
        usual.writerQueueBytes(),
        Duration.ZERO,
        usual.mediaMemory(),
        usual.digests(),
        usual.stallLimit());
  }

  /** Arguments: port of the cameras, their number, an empty directory. */
  public static void main(String[] arguments) throws IOException, VolumeException {
    int port = Integer.parseInt(arguments[0]);
    int cameras = Integer.parseInt(arguments[1]);
    Volume volume = Volume.initialise(Path.of(arguments[2]), UUID.randomUUID(), 0);
    CountingIndex index = new CountingIndex();
    MediaEngine engine =
        new MediaEngine(
            options(),
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
    System.out.println("ready");
    while (System.in.read() >= 0) {
      continue;
    }
    List<StreamStatus> statuses = engine.statuses();
    engine.close();
    System.out.printf(
        "frames %d, groups dropped %d, reconnects %d, gaps %d, index rows %d%n",
        statuses.stream().mapToLong(s -> s.counters().framesIn()).sum(),
        statuses.stream().mapToLong(s -> s.counters().gopsDropped()).sum(),
        statuses.stream().mapToLong(s -> s.counters().reconnects()).sum(),
        index.gaps.get(),
        index.saves.get());
  }
}
