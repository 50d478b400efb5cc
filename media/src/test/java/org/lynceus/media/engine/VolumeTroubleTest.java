package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.FaultCode;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.Volume;
import org.lynceus.media.testing.Eventually;

class VolumeTroubleTest {
  @TempDir Path directory;

  @Test
  void aFullVolumeInterruptsAndResumesByItself() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.volume.reserve(Long.MAX_VALUE / 4);
      bench.awaitRecording(RecordingState.INTERRUPTED);
      assertThat(bench.status().recording().fault().code()).isEqualTo(FaultCode.VOLUME_FULL);
      assertThat(bench.status().state()).isEqualTo(StreamState.ONLINE);
      Eventually.until(
          "open files are closed", () -> bench.index.segments().stream().allMatch(Segment::closed));
      bench.volume.reserve(0);
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until("the gap is reported", () -> !bench.index.gaps().isEmpty());
      assertThat(bench.index.gaps().get(0).reason().code()).isEqualTo(FaultCode.VOLUME_FULL);
    }
  }

  @Test
  void anUnmountedVolumeIsNotWritten() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      Path disk = directory.resolve("disk");
      Path away = directory.resolve("away");
      Files.move(disk, away);
      Files.createDirectory(disk);
      bench.awaitRecording(RecordingState.INTERRUPTED);
      assertThat(bench.status().recording().fault().code()).isEqualTo(FaultCode.VOLUME_MISSING);
      try (var entries = Files.list(disk)) {
        assertThat(entries).isEmpty();
      }
      Files.delete(disk);
      Files.move(away, disk);
      bench.awaitRecording(RecordingState.RECORDING);
    }
  }

  @Test
  void anotherVolumeTakesOver() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      Path second = Files.createDirectory(directory.resolve("second"));
      Volume other = Volume.initialise(second, UUID.randomUUID(), 0);
      bench.engine.addVolume(other);
      bench.put(null);
      bench.engine.record(bench.key, true);
      Eventually.until("a row", () -> !bench.index.segments().isEmpty());
      UUID first = bench.index.segments().get(0).volume();
      (first.equals(other.id()) ? other : bench.volume).reserve(Long.MAX_VALUE / 4);
      Eventually.until(
          "the other volume is written",
          () -> bench.index.segments().stream().anyMatch(s -> !s.volume().equals(first)));
      bench.awaitRecording(RecordingState.RECORDING);
    }
  }

  @Test
  void withoutAnyVolumeRecordingIsInterruptedAndLiveGoesOn() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.volume.reserve(Long.MAX_VALUE / 4);
      bench.volume.refresh();
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.INTERRUPTED);
      bench.awaitState(StreamState.ONLINE);
      try (LiveSubscription viewer = bench.engine.watch(bench.key, () -> {}, 4 << 20)) {
        Eventually.until("a live frame", () -> viewer.poll() instanceof LiveMessage.Fragment);
      }
      assertThat(bench.index.segments()).isEmpty();
    }
  }
}
