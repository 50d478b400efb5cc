package org.lynceus.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.StreamState;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.rtsp.RtspOptions;
import org.lynceus.simulator.rtsp.RtspServer;

/**
 * How soon cameras that were away for ten seconds are recorded again, from the moment they answer
 * again: until their stream is set up, and until the first recorded frame, which is a key frame
 * (the clip has one every two seconds).
 */
final class OutageBench {
  private static final int CAMERAS = 8;
  private static final int KEY_FRAME_EVERY = 10;
  private static final Duration AWAY = Duration.ofSeconds(10);

  /** Longer than the ten seconds after which a camera counts as steady. */
  private static final Duration BACK = Duration.ofSeconds(12);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<StreamKey, Instant> online = new ConcurrentHashMap<>();
  private final Map<StreamKey, Instant> recorded = new ConcurrentHashMap<>();

  private OutageBench() {}

  /** Arguments: work directory, ffmpeg, floor, number of outages. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, VolumeException {
    Path work = Files.createDirectories(Path.of(arguments[0]));
    Tools tools = new Tools(work, Path.of(arguments[1]), Path.of(arguments[2]));
    new OutageBench().measure(tools, Integer.parseInt(arguments[3]));
  }

  private void measure(Tools tools, int outages)
      throws IOException, InterruptedException, VolumeException {
    Clip clip = Clip.read(tools.clip(KEY_FRAME_EVERY));
    Path directory = Files.createTempDirectory(tools.work(), "outage");
    Volume volume = Volume.initialise(directory, UUID.randomUUID(), 0);
    RtspServer server = server(0, clip);
    int port = server.port();
    long[] streams = new long[outages * CAMERAS];
    long[] frames = new long[outages * CAMERAS];
    try (MediaEngine engine = engine(volume)) {
      engine.start();
      for (int i = 1; i <= CAMERAS; i++) {
        StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
        engine.put(
            new StreamSource(key, URI.create("rtsp://127.0.0.1:" + port + "/camera/" + i), null));
        engine.record(key, true);
      }
      await(() -> recording(engine));
      for (int outage = 0; outage < outages; outage++) {
        TimeUnit.NANOSECONDS.sleep(BACK.toNanos());
        server.close();
        TimeUnit.NANOSECONDS.sleep(AWAY.toNanos());
        online.clear();
        recorded.clear();
        server = server(port, clip);
        Instant back = Instant.now();
        await(online::size);
        await(recorded::size);
        copy(online, back, streams, outage);
        copy(recorded, back, frames, outage);
      }
    } finally {
      server.close();
      EngineComparison.delete(directory);
    }
    print("stream set up", streams);
    print("first recorded frame", frames);
  }

  private MediaEngine engine(Volume volume) {
    return new MediaEngine(
        EngineOptions.defaults().with(Duration.ZERO, true),
        Clock.systemUTC(),
        new Random(),
        (before, now) -> {
          if (now.state() == StreamState.ONLINE) {
            online.putIfAbsent(now.key(), Instant.now());
          }
        },
        List.of(volume),
        new SegmentIndex() {
          @Override
          public void save(Segment segment) {}

          @Override
          public void gap(StreamKey key, Instant from, Instant to, Fault reason) {
            recorded.put(key, to);
          }
        });
  }

  /** Cameras that begin anew with a key frame, as after a restart. */
  private static RtspServer server(int port, Clip clip) throws IOException {
    RtspOptions options = new RtspOptions(port, "none", null, Duration.ofMinutes(1));
    RtspServer server =
        new RtspServer(
            options, Collections.nCopies(CAMERAS, clip), Clock.systemUTC(), new Random());
    server.start();
    return server;
  }

  private static int recording(MediaEngine engine) {
    return (int)
        engine.statuses().stream()
            .filter(status -> status.recording().state() == RecordingState.RECORDING)
            .count();
  }

  private static void await(IntSupplier cameras) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (cameras.getAsInt() < CAMERAS) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("only " + cameras.getAsInt() + " cameras came back");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static void copy(Map<StreamKey, Instant> times, Instant back, long[] to, int outage) {
    int i = outage * CAMERAS;
    for (Instant time : times.values()) {
      to[i++] = Duration.between(back, time).toMillis();
    }
  }

  private static void print(String what, long[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%-22s %d times: p50 %d ms, p95 %d ms, most %d ms%n",
        what,
        millis.length,
        millis[millis.length / 2],
        millis[millis.length * 95 / 100],
        millis[millis.length - 1]);
  }
}
