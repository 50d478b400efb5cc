package org.lynceus.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentIndex;

/**
 * Whether viewers that never take anything delay one that does: the time between two frames of a
 * reading viewer (nominally 40 ms), alone and beside stalled viewers of the same and of other
 * cameras.
 */
final class StalledViewerBench {
  private static final int CAMERAS = 16;
  private static final long QUEUE_BYTES = 4 << 20;
  private static final int FRAMES = 500;

  private StalledViewerBench() {}

  /** Arguments: work directory, ffmpeg, floor. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path work = Files.createDirectories(Path.of(arguments[0]));
    Tools tools = new Tools(work, Path.of(arguments[1]), Path.of(arguments[2]));
    Process cameras =
        tools.java(CameraServer.class, List.of(tools.clip().toString(), "" + CAMERAS));
    try (MediaEngine engine = engine()) {
      int port = Integer.parseInt(EngineComparison.line(cameras).replace("port ", ""));
      engine.start();
      List<StreamKey> keys = new ArrayList<>();
      for (int i = 1; i <= CAMERAS; i++) {
        StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
        engine.put(
            new StreamSource(key, URI.create("rtsp://127.0.0.1:" + port + "/camera/" + i), null));
        keys.add(key);
      }
      watch(engine, keys.get(0), "warming up");
      watch(engine, keys.get(0), "alone");
      List<LiveSubscription> stalled = new ArrayList<>();
      for (int i = 0; i < 4 * CAMERAS; i++) {
        stalled.add(engine.watch(keys.get(i % CAMERAS), () -> {}, QUEUE_BYTES));
      }
      TimeUnit.SECONDS.sleep(15);
      watch(engine, keys.get(0), "beside " + stalled.size() + " stalled viewers");
      stalled.forEach(LiveSubscription::close);
    } finally {
      cameras.destroy();
      cameras.waitFor();
    }
  }

  private static void watch(MediaEngine engine, StreamKey key, String how)
      throws InterruptedException {
    Semaphore ready = new Semaphore(0);
    double[] millis = new double[FRAMES];
    int dropped = 0;
    try (LiveSubscription viewer = engine.watch(key, ready::release, QUEUE_BYTES)) {
      long last = 0;
      int frames = -100;
      while (frames < FRAMES) {
        LiveMessage message = viewer.poll();
        if (message == null) {
          ready.tryAcquire(1, TimeUnit.SECONDS);
        } else if (message instanceof LiveMessage.Fragment) {
          long now = System.nanoTime();
          if (frames >= 0) {
            millis[frames] = (now - last) / 1e6;
          }
          last = now;
          frames++;
        } else if (message instanceof LiveMessage.Dropped) {
          dropped++;
        }
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%s: between two frames p50 %.1f ms, p95 %.1f ms, most %.1f ms; dropped %d times%n",
        how, millis[FRAMES / 2], millis[FRAMES * 95 / 100], millis[FRAMES - 1], dropped);
  }

  private static MediaEngine engine() {
    SegmentIndex none =
        new SegmentIndex() {
          @Override
          public void save(Segment segment) {}

          @Override
          public void gap(StreamKey key, Instant from, Instant to, Fault reason) {}
        };
    return new MediaEngine(
        EngineOptions.defaults().with(Duration.ZERO, true),
        Clock.systemUTC(),
        new Random(),
        (before, now) -> {},
        List.of(),
        none);
  }
}
