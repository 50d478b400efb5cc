package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.FaultCode;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentFiles;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.FrameNumbers;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.Mounts;

/** Disks that fail in every way, each a real file system. */
class DiskFaultTest {
  @TempDir Path directory;

  private Path plain(String name) throws Exception {
    return Files.createDirectory(directory.resolve(name));
  }

  private static List<FaultCode> reasons(List<MemoryIndex.Gap> gaps) {
    return gaps.stream().map(gap -> gap.reason().code()).distinct().toList();
  }

  @Test
  void aFullDiskIsAStateAndRecordingGoesOnWithRoom() throws Exception {
    try (Mounts disk = Mounts.tmpfs(directory.resolve("small"), 2 << 20);
        RecorderRig rig = new RecorderRig(1)) {
      Volume volume = rig.initialise(disk.path());
      RecorderRig.Stream stream = rig.streams.get(0);
      rig.record(true);
      rig.feed(70);
      rig.awaitState(volume, VolumeState.FULL);
      rig.feed(2);
      rig.drain();
      Eventually.until("interrupted", () -> stream.status().fault() != null);
      assertThat(stream.status().fault().code()).isEqualTo(FaultCode.VOLUME_FULL);
      rig.awaitClosed();
      assertThat(rig.check(volume)).isEmpty();
      List<FrameNumbers.Stored> before = rig.stored(stream);
      FrameNumbers.assertKept(
          before, 0, stream.sent, gapsUntilNow(rig, stream), rig.clock.instant());
      List<Segment> oldest =
          rig.index.segments().stream()
              .sorted(Comparator.comparing(Segment::start))
              .limit(rig.index.segments().size() / 2)
              .toList();
      SegmentFiles.delete(volume, oldest.stream().map(Segment::path).toList());
      oldest.forEach(segment -> rig.index.forget(segment.id()));
      rig.awaitState(volume, VolumeState.READY);
      long resumed = stream.sent;
      rig.feed(10);
      rig.drain();
      Eventually.until("recording", () -> stream.status().state() == RecordingState.RECORDING);
      Eventually.until("what comes now is kept", () -> kept(rig, resumed) >= 200);
      assertThat(reasons(rig.gaps(stream))).contains(FaultCode.VOLUME_FULL);
      rig.onLoop(stream::disconnect);
      rig.awaitClosed();
      assertThat(rig.check(volume)).isEmpty();
    }
  }

  private static long kept(RecorderRig rig, long from) {
    try {
      return rig.stored(rig.streams.get(0)).stream().filter(s -> s.number() >= from).count();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What was reported, and what would be if the fault ended now. */
  private static List<MemoryIndex.Gap> gapsUntilNow(RecorderRig rig, RecorderRig.Stream stream) {
    rig.clock.set(rig.clock.instant().plus(Duration.ofMinutes(2)));
    rig.onLoop(stream.ledger::tick);
    return rig.gaps(stream);
  }

  @Test
  void aFullDiskHandsItsChannelsToAnotherWithoutLoss() throws Exception {
    try (Mounts disk = Mounts.tmpfs(directory.resolve("small"), 2 << 20);
        RecorderRig rig = new RecorderRig(4)) {
      Volume small = rig.initialise(disk.path());
      Volume large = rig.initialise(plain("large"));
      rig.record(true);
      for (int i = 0; i < 30; i++) {
        rig.feed(2);
        rig.drain();
      }
      assertThat(large.status().state()).isEqualTo(VolumeState.READY);
      // At the brink the small one may have room for a file again at any moment; what counts is
      // that
      // streams went from it to the other.
      assertThat(rig.streams)
          .anyMatch(
              stream ->
                  rig.index.segments().stream()
                      .filter(segment -> segment.key().equals(stream.key))
                      .map(Segment::volume)
                      .collect(java.util.stream.Collectors.toSet())
                      .containsAll(List.of(small.id(), large.id())));
      rig.assertNothingLost();
      assertThat(rig.index.gaps()).isEmpty();
    }
  }

  @Test
  void groupsThatComeBackFromAVolumeKeepTheirOrderAndNoneIsLost() throws Exception {
    try (RecorderRig rig = new RecorderRig(4)) {
      Volume flickering = rig.initialise(plain("flickering"));
      rig.initialise(plain("steady"));
      rig.record(true);
      rig.feed(4);
      rig.drain();
      AtomicBoolean on = new AtomicBoolean(true);
      Thread trouble =
          new Thread(
              () -> {
                while (on.get()) {
                  flickering.reserve(Long.MAX_VALUE / 4);
                  flickering.refresh();
                  flickering.reserve(0);
                  flickering.refresh();
                }
              });
      trouble.start();
      try {
        for (int i = 0; i < 60; i++) {
          rig.feed(2);
          rig.drain();
        }
      } finally {
        on.set(false);
        trouble.join();
      }
      rig.assertNothingLost();
      assertThat(rig.index.gaps()).isEmpty();
      assertThat(rig.index.segments()).anyMatch(s -> s.volume().equals(flickering.id()));
    }
  }

  @Test
  void aDiskThatTurnsReadOnlyIsLeft() throws Exception {
    try (Mounts disk = Mounts.ext4(directory.resolve("failing"));
        RecorderRig rig = new RecorderRig(4)) {
      Volume failing = rig.initialise(disk.path());
      rig.record(true);
      rig.feed(4);
      rig.drain();
      disk.breakForWriting();
      rig.feed(4);
      rig.awaitState(failing, VolumeState.READ_ONLY);
      rig.drain();
      RecorderRig.Stream first = rig.streams.get(0);
      Eventually.until("interrupted", () -> first.status().fault() != null);
      assertThat(first.status().fault().code())
          .isIn(FaultCode.VOLUME_READ_ONLY, FaultCode.VOLUME_FAILED);
      rig.initialise(plain("other"));
      rig.feed(4);
      rig.drain();
      Eventually.until("recording", () -> first.status().state() == RecordingState.RECORDING);
      for (RecorderRig.Stream stream : rig.streams) {
        assertThat(reasons(rig.gaps(stream)))
            .isSubsetOf(FaultCode.VOLUME_READ_ONLY, FaultCode.VOLUME_FAILED);
        assertThat(rig.gaps(stream)).isNotEmpty();
      }
    }
  }

  @Test
  void aVolumeThatIsMissingAtTheStartIsUsedOnceItIsMounted() throws Exception {
    Path at = directory.resolve("late");
    UUID id;
    try (Mounts disk = Mounts.ext4(at)) {
      Files.deleteIfExists(at.resolve("lost+found"));
      id = Volume.initialise(at, UUID.randomUUID(), 0).id();
      disk.unmount();
      try (RecorderRig rig = new RecorderRig(1)) {
        Volume volume = rig.add(Volume.unseen(at, id, 0));
        rig.record(true);
        rig.feed(4);
        rig.awaitState(volume, VolumeState.MISSING);
        rig.drain();
        try (var files = Files.list(at)) {
          assertThat(files).isEmpty();
        }
        try (Mounts again = Mounts.again(at)) {
          rig.awaitState(volume, VolumeState.READY);
          rig.feed(10);
          rig.drain();
          assertThat(again.path().resolve("2026")).exists();
          rig.assertNothingLost();
          assertThat(reasons(rig.index.gaps())).containsExactly(FaultCode.VOLUME_MISSING);
        }
      }
    }
  }

  @Test
  void anotherVolumeAtItsPlaceIsNotWritten() throws Exception {
    Path at = plain("foreign");
    Volume.initialise(at, UUID.randomUUID(), 0);
    try (RecorderRig rig = new RecorderRig(1)) {
      Volume expected = rig.add(Volume.unseen(at, UUID.randomUUID(), 0));
      rig.record(true);
      rig.feed(6);
      Eventually.until(
          "it was looked at", () -> expected.status().detail().contains("Another volume"));
      rig.drain();
      assertThat(expected.status().state()).isEqualTo(VolumeState.MISSING);
      try (var files = Files.list(at)) {
        assertThat(files).containsExactly(at.resolve("volume.json"));
      }
    }
  }

  @Test
  void aStuckDiskDelaysNobodyAndHeals() throws Exception {
    try (Mounts disk = Mounts.ext4(directory.resolve("stuck"));
        RecorderRig rig = new RecorderRig(6)) {
      Volume stuck = rig.initialise(disk.path());
      Volume other = rig.initialise(plain("other"));
      rig.record(true);
      rig.feed(4);
      rig.drain();
      disk.freeze();
      rig.feed(2);
      rig.awaitState(stuck, VolumeState.STALLED);
      rig.feed(20);
      rig.drain();
      for (RecorderRig.Stream stream : rig.streams) {
        Eventually.until(
            "all record elsewhere", () -> stream.status().state() == RecordingState.RECORDING);
        assertThat(rig.volumes().choose(stream.key, stream.recorder.wish()).writer().volume())
            .isSameAs(other);
      }
      disk.thaw();
      rig.awaitState(stuck, VolumeState.READY);
      rig.feed(10);
      rig.drain();
      assertThat(rig.volumeChanges.stream().filter(s -> s.id().equals(other.id())))
          .allMatch(s -> s.state() != VolumeState.STALLED);
      rig.assertNothingLost();
      assertThat(reasons(rig.index.gaps())).isSubsetOf(FaultCode.VOLUME_STALLED);
    }
  }

  @Test
  void aRemovedVolumeIsEmptiedAndClosed() throws Exception {
    try (RecorderRig rig = new RecorderRig(4)) {
      Volume first = rig.initialise(plain("first"));
      Volume second = rig.initialise(plain("second"));
      rig.record(true);
      rig.feed(6);
      rig.drain(); // what still waits for a volume that is removed goes to another one
      rig.volumes().remove(first.id());
      rig.feed(6);
      assertThat(rig.volumes().statuses()).hasSize(1);
      rig.drain();
      rig.assertNothingLost();
      assertThat(rig.index.segments().stream().map(Segment::volume))
          .contains(first.id(), second.id());
    }
  }
}
