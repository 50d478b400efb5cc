package org.lynceus.media.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lynceus.media.Credentials;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.TestCamera;

/** An engine with short periods, one volume, an index in memory and one camera, for tests. */
final class EngineBench implements AutoCloseable {
  final TestCamera camera;
  final MemoryIndex index = new MemoryIndex();
  final List<StreamStatus> changes = new CopyOnWriteArrayList<>();
  final StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
  final Volume volume;
  final MediaEngine engine;

  EngineBench(Path directory) throws IOException, VolumeException {
    this(directory, options(Duration.ofSeconds(1)));
  }

  EngineBench(Path directory, EngineOptions options) throws IOException, VolumeException {
    this(directory, options, new TestCamera());
  }

  EngineBench(Path directory, EngineOptions options, TestCamera camera)
      throws IOException, VolumeException {
    this(directory, options, camera, Clock.systemUTC());
  }

  EngineBench(Path directory, EngineOptions options, TestCamera camera, Clock clock)
      throws IOException, VolumeException {
    this.camera = camera;
    Path disk = Files.createDirectories(directory.resolve("disk"));
    volume = Volume.initialise(disk, UUID.randomUUID(), 0);
    engine =
        new MediaEngine(
            options,
            clock,
            new Random(1),
            (before, now) -> changes.add(now),
            List.of(volume),
            index);
    engine.start();
  }

  static EngineOptions options(Duration segment) {
    return new EngineOptions(
        1,
        segment,
        Duration.ofMillis(300),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        Duration.ofMillis(300),
        Duration.ofMillis(50),
        Duration.ofMillis(400),
        Duration.ofSeconds(30),
        64L << 20,
        Duration.ZERO,
        128L << 20,
        true,
        Duration.ofSeconds(5));
  }

  void put(Credentials credentials) {
    engine.put(new StreamSource(key, camera.url(), credentials));
  }

  StreamStatus status() {
    return engine.status(key);
  }

  void awaitState(StreamState state) {
    Eventually.until("stream " + state + ", is " + status(), () -> status().state() == state);
  }

  void awaitRecording(RecordingState state) {
    Eventually.until(
        "recording " + state + ", is " + status(), () -> status().recording().state() == state);
  }

  @Override
  public void close() throws IOException {
    engine.close();
    camera.close();
  }
}
