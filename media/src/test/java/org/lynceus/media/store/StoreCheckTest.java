package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.RecordingMaker;

class StoreCheckTest {
  private static final Instant START = Instant.parse("2026-03-01T23:59:50Z");
  @TempDir Path directory;
  private Volume volume;
  private List<Segment> rows;

  @BeforeEach
  void recordAcrossMidnight() throws Exception {
    volume = Volume.initialise(Files.createDirectory(directory.resolve("v")), UUID.randomUUID(), 0);
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofSeconds(4))) {
      maker.connection(Clip.main(), 500, RecordingMaker.AAC);
      rows = new ArrayList<>(maker.finish());
    }
    rows.sort(Comparator.comparing(Segment::path));
    assertThat(rows).hasSizeGreaterThan(4);
  }

  private List<Finding> check() throws IOException {
    return check(Set.of(), Instant.MAX);
  }

  private List<Finding> check(Set<String> open, Instant before) throws IOException {
    List<Finding> findings = new ArrayList<>();
    long[] last = new long[2];
    StoreCheck.Options options =
        new StoreCheck.Options(
            open::contains,
            before,
            true,
            (files, bytes) -> {
              last[0] = files;
              last[1] = bytes;
            },
            () -> false);
    long files = StoreCheck.run(volume, rows.iterator(), options, findings::add);
    assertThat(last[0]).isEqualTo(files);
    return findings;
  }

  private Path file(Segment segment) {
    return volume.resolve(segment.path());
  }

  private static Segment changed(Segment s, UUID id, String path, long bytes, Instant start) {
    return new Segment(
        id,
        s.channel(),
        s.kind(),
        s.volume(),
        path,
        start,
        s.durationMicros(),
        bytes,
        s.closed(),
        s.recovered(),
        s.codecs(),
        s.width(),
        s.height(),
        s.initBytes(),
        s.run(),
        s.runOffsetMicros(),
        s.fragments(),
        s.sha256());
  }

  @Test
  void whatWasRecordedIsClean() throws Exception {
    assertThat(check()).isEmpty();
  }

  @Test
  void aFileWithoutARowBringsTheRowWithIt() throws Exception {
    Segment lost = rows.remove(2);
    List<Finding> findings = check();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo(FindingCode.FILE_WITHOUT_ROW);
    assertThat(findings.get(0).truth()).isEqualTo(lost.recovered(lost.sha256()));
    rows.add(2, findings.get(0).truth());
    assertThat(check()).isEmpty();
  }

  @Test
  void deletedFilesAreNamedWhereverTheyLie() throws Exception {
    List<Segment> gone = List.of(rows.get(0), rows.get(2), rows.get(rows.size() - 1));
    for (Segment segment : gone) {
      Files.delete(file(segment));
    }
    List<Finding> findings = check();
    assertThat(findings).extracting(Finding::code).containsOnly(FindingCode.ROW_WITHOUT_FILE);
    assertThat(findings)
        .extracting(Finding::segment)
        .containsExactlyElementsOf(gone.stream().map(Segment::id).toList());
  }

  @Test
  void aCorruptedRowIsNamedAndReplacedByTheTruth() throws Exception {
    Segment right = rows.get(1);
    rows.set(
        1, changed(right, right.id(), right.path(), right.bytes(), right.start().plusMillis(7)));
    List<Finding> findings = check();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo(FindingCode.ROW_DIFFERS);
    assertThat(findings.get(0).detail()).contains("start");
    assertThat(findings.get(0).truth()).isEqualTo(right.recovered(right.sha256()));
    rows.set(1, changed(right, right.id(), right.path(), right.bytes() - 9, right.start()));
    assertThat(check()).extracting(Finding::code).containsExactly(FindingCode.LENGTH_DIFFERS);
  }

  @Test
  void aFlippedByteIsFoundByADeepCheckAndNeverRepaired() throws Exception {
    Segment victim = rows.get(3);
    byte[] bytes = Files.readAllBytes(file(victim));
    bytes[bytes.length - 100] ^= 1;
    Files.write(file(victim), bytes);
    List<Finding> findings = check();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo(FindingCode.DIGEST_DIFFERS);
    assertThat(findings.get(0).path()).isEqualTo(victim.path());
    assertThat(findings.get(0).truth()).isNull();
  }

  @Test
  void aDamagedFragmentHeaderIsDamageAndNoTornEnd() throws Exception {
    Segment victim = rows.stream().filter(s -> s.fragments().size() > 2).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(file(victim));
    bytes[(int) victim.fragments().get(1).offset() + 5] ^= 1;
    Files.write(file(victim), bytes);
    assertThat(check()).extracting(Finding::code).containsExactly(FindingCode.DIGEST_DIFFERS);
  }

  @Test
  void aTornEndIsCutAndThenClean() throws Exception {
    Segment victim = rows.stream().filter(s -> s.fragments().size() > 2).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(file(victim));
    Fragment last = victim.fragments().get(victim.fragments().size() - 1);
    int cut = (int) last.offset() + last.videoBytes() / 2;
    Files.write(file(victim), Arrays.copyOf(bytes, cut));
    List<Finding> findings = check();
    assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.TORN);
    Segment truth = findings.get(0).truth();
    assertThat(truth.fragments()).hasSize(victim.fragments().size() - 1);
    assertThat(StoreCheck.settle(volume, victim.path())).isEqualTo(truth);
    rows.set(rows.indexOf(victim), truth);
    assertThat(check()).isEmpty();
  }

  @Test
  void foreignFilesAreNamedAndOpenOrNewOnesLeftOut() throws Exception {
    Path hour = file(rows.get(0)).getParent();
    Files.writeString(hour.resolve("notes.txt"), "keep me");
    Files.createDirectory(volume.directory().resolve("photos"));
    Files.writeString(
        hour.resolve("00000000-0000-0000-0000-000000000000-main-1.mp4"), "no recording at all");
    Segment open = rows.remove(1);
    List<Finding> findings = check(Set.of(open.path()), Instant.MAX);
    assertThat(findings).extracting(Finding::code).containsOnly(FindingCode.FOREIGN_FILE);
    assertThat(findings).hasSize(3);
    Segment late = rows.remove(rows.size() - 1);
    assertThat(check(Set.of(open.path()), late.start())).hasSize(3);
  }

  @Test
  void overlapsAreNamed() throws Exception {
    Segment first = rows.get(0);
    Path copy = file(rows.get(1));
    byte[] bytes = Files.readAllBytes(file(first));
    Files.write(copy, bytes);
    List<Finding> findings = check();
    assertThat(findings).extracting(Finding::code).contains(FindingCode.OVERLAP);
    assertThat(findings).extracting(Finding::path).containsOnly(rows.get(1).path());
  }

  @Test
  void rowsOutOfOrderAreRefused() {
    rows.add(rows.remove(0));
    assertThatThrownBy(this::check).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theIndexIsMadeAgainFromTheDiskAlone() throws Exception {
    List<Segment> made = new ArrayList<>();
    StoreScan.Options options =
        new StoreScan.Options(path -> false, true, (files, bytes) -> {}, () -> false);
    assertThat(StoreScan.rebuild(volume, options, made::add)).isEqualTo(rows.size());
    assertThat(made)
        .containsExactlyElementsOf(rows.stream().map(s -> s.recovered(s.sha256())).toList());
  }

  @Test
  void deletionRemovesFilesAndEmptyDirectoriesAndForgivesWhatIsGone() throws Exception {
    List<String> all = rows.stream().map(Segment::path).toList();
    long bytes = rows.stream().mapToLong(Segment::bytes).sum();
    Files.delete(file(rows.get(0)));
    DeleteReport report = SegmentFiles.delete(volume, all);
    assertThat(report.deleted()).isEqualTo(all.size() - 1);
    assertThat(report.missing()).isEqualTo(1);
    assertThat(report.bytes()).isEqualTo(bytes - rows.get(0).bytes());
    assertThat(report.failed()).isEmpty();
    try (var left = Files.list(volume.directory())) {
      assertThat(left).containsExactly(volume.directory().resolve("volume.json"));
    }
    assertThat(SegmentFiles.delete(volume, all).missing()).isEqualTo(all.size());
  }

  @Test
  void deletionLeavesOtherFilesAndOtherVolumesAlone() throws Exception {
    Segment first = rows.get(0);
    DeleteReport report = SegmentFiles.delete(volume, List.of(first.path()));
    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.directories()).isZero();
    assertThat(file(rows.get(1))).exists();
    Files.delete(volume.directory().resolve("volume.json"));
    assertThatThrownBy(() -> SegmentFiles.delete(volume, List.of(rows.get(1).path())))
        .isInstanceOf(IOException.class);
    assertThat(file(rows.get(1))).exists();
    assertThatThrownBy(() -> volume.resolve("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
