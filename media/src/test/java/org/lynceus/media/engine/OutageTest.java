package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.testing.Eventually;

/** Cameras that are away, and sub streams that nobody wants. */
class OutageTest {
  @TempDir Path directory;

  @Test
  void anAbsentCameraIsRecordedAgainWithTheProductionsPeriods() throws Exception {
    try (EngineBench bench = new EngineBench(directory, EngineOptions.defaults())) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.camera.refuseNew = true;
      bench.camera.kick();
      Eventually.until("several tries", () -> bench.status().counters().reconnects() >= 4);
      bench.camera.refuseNew = false;
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until("the gap is told", () -> !bench.index.gaps().isEmpty());
      assertThat(bench.index.gaps().get(0).to()).isAfter(bench.index.gaps().get(0).from());
    }
  }

  @Test
  void aSubStreamIsAskedForOnlyWhileItIsWanted() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      StreamKey sub = new StreamKey(bench.key.channel(), StreamKind.SUB);
      bench.engine.put(new StreamSource(sub, bench.camera.url(), null));
      Eventually.until("it rests", () -> bench.engine.status(sub).state() == StreamState.IDLE);
      assertThat(bench.camera.connections.get()).isZero();
      try (LiveSubscription viewer = bench.engine.watch(sub, () -> {}, 4 << 20)) {
        Eventually.until("it flows", () -> bench.engine.status(sub).state() == StreamState.ONLINE);
        Eventually.until("a message", () -> viewer.poll() instanceof LiveMessage.Fragment);
      }
      Eventually.until(
          "it rests again", () -> bench.engine.status(sub).state() == StreamState.IDLE);
      assertThat(bench.camera.openConnections()).isLessThanOrEqualTo(1);
    }
  }
}
