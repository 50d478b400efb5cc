package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.FaultCode;
import org.lynceus.media.store.FindingCode;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentFiles;
import org.lynceus.media.store.Volume;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.FrameNumbers;
import org.lynceus.media.testing.MemoryIndex;

/** Clocks that step, networks that lose, cameras that come and go: nothing is lost silently. */
class TimelineFaultTest {
  @TempDir Path directory;

  private RecorderRig rig() throws Exception {
    RecorderRig rig = new RecorderRig(1);
    rig.initialise(Files.createDirectory(directory.resolve(UUID.randomUUID().toString())));
    return rig;
  }

  private static void assertNoOverlap(RecorderRig rig) {
    List<Segment> segments = rig.index.segments();
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).start()).isAfterOrEqualTo(segments.get(i - 1).end());
    }
  }

  @Test
  void anHourForwardAndBackLosesNothingAndOverlapsNothing() throws Exception {
    for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
      try (RecorderRig rig = rig()) {
        rig.record(true);
        rig.feed(10);
        rig.clock.set(rig.clock.instant().plus(step));
        rig.feed(10);
        rig.assertNothingLost();
        assertNoOverlap(rig);
        assertThat(rig.stored(rig.streams.get(0))).hasSize(500);
        assertThat(rig.index.segments().stream().map(Segment::run).distinct()).hasSize(2);
      }
    }
  }

  @Test
  void summerTimeIsNoStepBecauseTheStoreKnowsOnlyUtc() throws Exception {
    try (RecorderRig rig = rig()) {
      Instant change =
          ZoneId.of("Europe/Vienna").getRules().nextTransition(rig.clock.instant()).getInstant();
      rig.clock.set(change.minusSeconds(8));
      rig.record(true);
      rig.feed(16);
      rig.assertNothingLost();
      assertThat(rig.index.gaps()).isEmpty();
      assertThat(rig.index.segments().stream().map(Segment::run).distinct()).hasSize(1);
      assertThat(rig.stored(rig.streams.get(0))).hasSize(400);
      assertThat(rig.index.segments())
          .extracting(Segment::path)
          .anyMatch(path -> path.startsWith("2026/03/29/00/"))
          .anyMatch(path -> path.startsWith("2026/03/29/01/"));
    }
  }

  /** Each packet is lost, doubled or swapped with the next at a rate. */
  private static UnaryOperator<List<byte[]>> network(double lose, double twice, double swap) {
    Random random = new Random(42);
    return packets -> {
      List<byte[]> arrived = new ArrayList<>();
      for (byte[] packet : packets) {
        if (random.nextDouble() >= lose) {
          arrived.add(packet);
        }
        if (random.nextDouble() < twice) {
          arrived.add(packet);
        }
      }
      for (int i = 0; i + 1 < arrived.size(); i++) {
        if (random.nextDouble() < swap) {
          Collections.swap(arrived, i, i + 1);
        }
      }
      return arrived;
    };
  }

  @Test
  void lostDoubledAndSwappedPacketsAreGapsAndNeverGarbage() throws Exception {
    for (double[] rates :
        List.of(new double[] {0.02, 0, 0}, new double[] {0, 0.05, 0}, new double[] {0, 0, 0.05})) {
      try (RecorderRig rig = rig()) {
        rig.record(true);
        rig.feed(4);
        rig.feed(20, network(rates[0], rates[1], rates[2]));
        rig.feed(4);
        rig.assertNothingLost();
        assertThat(rig.index.gaps())
            .extracting(gap -> gap.reason().code())
            .containsOnly(FaultCode.PACKETS_LOST);
        assertThat(rig.index.gaps()).isNotEmpty();
        assertThat(rig.stored(rig.streams.get(0)))
            .anyMatch(stored -> stored.number() == 27 * 25)
            .hasSizeGreaterThan(150);
      }
    }
  }

  @Test
  void aFlappingCameraLeavesGapsOfExactlyItsAbsences() throws Exception {
    try (RecorderRig rig = rig()) {
      Random random = new Random(8);
      RecorderRig.Stream stream = rig.streams.get(0);
      rig.record(true);
      for (int i = 0; i < 40; i++) {
        rig.feed(1 + random.nextInt(3));
        stream.lose(Duration.ofMillis(200 + random.nextInt(90_000)));
        rig.drain();
      }
      rig.feed(3);
      rig.assertNothingLost();
      assertNoOverlap(rig);
      assertThat(rig.index.gaps())
          .extracting(gap -> gap.reason().code())
          .containsOnly(FaultCode.CLOSED);
      assertThat(rig.index.gaps().stream().map(MemoryIndex.Gap::from).distinct()).hasSize(40);
      assertThat(rig.stored(stream)).hasSize((int) stream.sent);
    }
  }

  @Test
  void aDeletedFileAndACorruptedRowAreNamedAndRepaired() throws Exception {
    try (RecorderRig rig = rig()) {
      rig.record(true);
      rig.feed(30);
      rig.assertNothingLost();
      Volume volume = rig.volume();
      List<Segment> rows = rig.index.segments();
      Segment deleted = rows.get(1);
      SegmentFiles.delete(volume, List.of(deleted.path()));
      Segment corrupted = rows.get(3);
      rig.index.save(
          new Segment(
              corrupted.id(),
              corrupted.channel(),
              corrupted.kind(),
              corrupted.volume(),
              corrupted.path(),
              corrupted.start(),
              corrupted.durationMicros(),
              corrupted.bytes(),
              true,
              false,
              corrupted.codecs(),
              1,
              2,
              corrupted.initBytes(),
              UUID.randomUUID(),
              corrupted.runOffsetMicros(),
              corrupted.fragments().subList(0, 1),
              null));
      var findings = rig.check(volume);
      assertThat(findings)
          .extracting(finding -> finding.code())
          .containsExactly(FindingCode.ROW_WITHOUT_FILE, FindingCode.ROW_DIFFERS);
      rig.index.forget(deleted.id());
      rig.index.save(findings.get(1).truth());
      assertThat(rig.check(volume)).isEmpty();
      assertThat(rig.index.find(corrupted.id()).fragments()).isEqualTo(corrupted.fragments());
    }
  }

  @Test
  void preRecordIsWrittenFirstAndIsNotOlderThanWished() throws Exception {
    try (RecorderRig rig = rig()) {
      RecorderRig.Stream stream = rig.streams.get(0);
      RecordWish off = new RecordWish(false, Duration.ofSeconds(5), List.of(), true);
      stream.wish(off);
      assertThat(stream.recorder.wantsMedia()).isTrue();
      rig.feed(60);
      assertThat(rig.index.segments()).isEmpty();
      Instant on = rig.clock.instant();
      stream.wish(new RecordWish(true, Duration.ofSeconds(5), List.of(), true));
      rig.feed(10);
      stream.wish(off);
      rig.feed(30);
      rig.awaitClosed();
      List<FrameNumbers.Stored> stored = rig.stored(stream);
      Instant first = stored.get(0).from();
      assertThat(Duration.between(first, on))
          .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
      Instant last = stored.get(stored.size() - 1).to();
      assertThat(Duration.between(on.plusSeconds(10), last))
          .isBetween(Duration.ZERO, Duration.ofMillis(1100));
      for (int i = 1; i < stored.size(); i++) {
        assertThat(stored.get(i).number()).isEqualTo(stored.get(i - 1).number() + 1);
      }
      assertThat(rig.index.gaps()).isEmpty();
      rig.onLoop(stream::disconnect);
      stream.wish(RecordWish.anywhere(false));
      rig.onLoop(stream.recorder::stop);
      assertThat(rig.mediaInUse()).isZero();
    }
  }

  @Test
  void aChannelStaysInItsGroupAndComesBackToIt() throws Exception {
    try (RecorderRig rig = rig()) {
      RecorderRig.Stream stream = rig.streams.get(0);
      Volume outside = rig.volume();
      Volume group = rig.initialise(Files.createDirectory(directory.resolve("group")));
      stream.wish(new RecordWish(true, Duration.ZERO, List.of(group.id()), true));
      rig.feed(4);
      rig.drain();
      assertThat(rig.index.segments()).allMatch(s -> s.volume().equals(group.id()));
      group.quota(1L);
      rig.feed(4);
      rig.drain();
      Eventually.until("a warning", () -> stream.status().warning() != null);
      assertThat(stream.status().warning().code()).isEqualTo(FaultCode.VOLUME_GROUP_UNAVAILABLE);
      assertThat(stream.status().state()).isEqualTo(RecordingState.RECORDING);
      group.quota(null);
      Eventually.until(
          "the group is back",
          () -> {
            rig.feed(2);
            return stream.status().warning() == null;
          });
      stream.wish(new RecordWish(true, Duration.ZERO, List.of(UUID.randomUUID()), false));
      rig.feed(4);
      rig.drain();
      Eventually.until("interrupted", () -> stream.status().state() == RecordingState.INTERRUPTED);
      assertThat(rig.index.segments().stream().map(Segment::volume).distinct())
          .containsExactlyInAnyOrder(outside.id(), group.id());
    }
  }
}
