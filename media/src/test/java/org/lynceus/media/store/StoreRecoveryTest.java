package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.RecordingMaker;

class StoreRecoveryTest {
  private static final Instant START = Instant.parse("2026-03-01T23:59:58Z");
  @TempDir Path directory;
  private Volume volume;

  @BeforeEach
  void makeVolume() throws Exception {
    volume = Volume.initialise(Files.createDirectory(directory.resolve("v")), UUID.randomUUID(), 0);
  }

  private List<Segment> record() throws Exception {
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofSeconds(4))) {
      maker.connection(Clip.main(), 250, RecordingMaker.AAC);
      return maker.finish();
    }
  }

  private static Segment withoutDigest(Segment s) {
    return new Segment(
        s.id(),
        s.channel(),
        s.kind(),
        s.volume(),
        s.path(),
        s.start(),
        s.durationMicros(),
        s.bytes(),
        false,
        false,
        s.codecs(),
        s.width(),
        s.height(),
        s.initBytes(),
        s.run(),
        s.runOffsetMicros(),
        s.fragments(),
        null);
  }

  private void truncate(Segment segment, long length) throws IOException {
    try (FileChannel file =
        FileChannel.open(volume.resolve(segment.path()), StandardOpenOption.WRITE)) {
      file.truncate(length);
    }
  }

  @Test
  void aScanOfTheDiskFindsWhatTheIndexKnows() throws Exception {
    List<Segment> recorded = record();
    List<Segment> scanned = new ArrayList<>();
    StoreScan.scan(volume, scanned::add);
    assertThat(recorded.size()).isGreaterThan(2);
    assertThat(recorded.get(0).path()).startsWith("2026/03/01/23/");
    assertThat(recorded.get(recorded.size() - 1).path()).startsWith("2026/03/02/00/");
    assertThat(scanned)
        .containsExactlyElementsOf(
            recorded.stream().map(StoreRecoveryTest::withoutDigest).toList());
  }

  @Test
  void lostRowsComeBackWithTheirDigests() throws Exception {
    List<Segment> recorded = record();
    List<Segment> found = new ArrayList<>();
    RecoveryReport report = StoreRecovery.recover(volume, START, id -> null, found::add);
    assertThat(report).isEqualTo(new RecoveryReport(recorded.size(), 0, 0, 0));
    assertThat(found).allMatch(segment -> segment.recovered() && segment.closed());
    assertThat(found)
        .extracting(Segment::sha256)
        .isEqualTo(recorded.stream().map(Segment::sha256).toList());
  }

  @Test
  void nothingIsReportedWhenTheIndexIsComplete() throws Exception {
    List<Segment> recorded = record();
    List<Segment> found = new ArrayList<>();
    RecoveryReport report =
        StoreRecovery.recover(
            volume,
            START,
            id -> recorded.stream().filter(s -> s.id().equals(id)).findFirst().orElse(null),
            found::add);
    assertThat(report.files()).isEqualTo(recorded.size());
    assertThat(found).isEmpty();
  }

  @Test
  void onlyHoursSinceTheGivenTimeAreWalked() throws Exception {
    long late = record().stream().filter(s -> s.path().startsWith("2026/03/02/00/")).count();
    RecoveryReport report =
        StoreRecovery.recover(
            volume, Instant.parse("2026-03-02T01:30:00Z"), id -> null, segment -> {});
    assertThat(late).isPositive();
    assertThat(report.files()).isEqualTo((int) late);
  }

  @Test
  void aFileCutOffAnywhereKeepsItsWholeFragmentsAndPlays() throws Exception {
    List<Segment> recorded = record();
    Segment whole =
        recorded.stream().filter(s -> s.fragments().size() >= 3).findFirst().orElseThrow();
    Path file = volume.resolve(whole.path());
    byte[] original = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      Files.write(file, original);
      long cut = random.nextInt(original.length);
      truncate(whole, cut);
      List<Segment> found = new ArrayList<>();
      RecoveryReport report = StoreRecovery.recover(volume, START, id -> null, found::add);
      long complete =
          whole.fragments().stream().filter(f -> f.offset() + f.videoBytes() <= cut).count();
      Segment recovered =
          found.stream().filter(s -> s.id().equals(whole.id())).findFirst().orElse(null);
      if (complete == 0) {
        assertThat(recovered).isNull();
        assertThat(file).doesNotExist();
        assertThat(report.removed()).isEqualTo(1);
      } else {
        assertThat(recovered.fragments()).hasSize((int) complete);
        assertThat(Files.size(file)).isEqualTo(recovered.bytes());
        if (i % 20 == 0) {
          Ffprobe.decode(file);
        }
      }
    }
  }

  @Test
  void zerosInsteadOfMediaAreCutOff() throws Exception {
    List<Segment> recorded = record();
    Segment segment =
        recorded.stream().filter(s -> s.fragments().size() >= 3).findFirst().orElseThrow();
    Fragment last = segment.fragments().get(segment.fragments().size() - 1);
    Path file = volume.resolve(segment.path());
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, (int) last.offset() + 1000, bytes.length, (byte) 0);
    Files.write(file, bytes);
    List<Segment> found = new ArrayList<>();
    StoreRecovery.recover(volume, START, id -> null, found::add);
    Segment recovered =
        found.stream().filter(s -> s.id().equals(segment.id())).findFirst().orElseThrow();
    assertThat(recovered.fragments()).hasSize(segment.fragments().size() - 1);
    assertThat(Files.size(file)).isEqualTo(last.offset());
  }

  @Test
  void filesOfOthersAreLeftAlone() throws Exception {
    List<Segment> recorded = record();
    Path own = volume.resolve(recorded.get(0).path());
    Path foreign = own.resolveSibling("00000000-0000-0000-0000-000000000000-main-1.mp4");
    Files.writeString(foreign, "This is not a recording, whatever its name says.");
    Path strange = own.resolveSibling("notes.txt");
    Files.writeString(strange, "keep me");
    RecoveryReport report = StoreRecovery.recover(volume, START, id -> null, segment -> {});
    assertThat(report.foreign()).isEqualTo(1);
    assertThat(foreign).exists();
    assertThat(strange).exists();
  }
}
