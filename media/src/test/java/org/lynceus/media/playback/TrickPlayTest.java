package org.lynceus.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.Volume;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.RecordingMaker;

class TrickPlayTest {
  private static final Instant START = Instant.parse("2026-03-01T10:59:57.120Z");
  @TempDir Path directory;
  private Volume volume;

  @BeforeEach
  void makeVolume() throws Exception {
    volume = Volume.initialise(Files.createDirectory(directory.resolve("v")), UUID.randomUUID(), 0);
  }

  /** Eight seconds, a gap of 30 s, four seconds; files of three seconds; a key frame a second. */
  private List<Segment> twoRuns(AudioConfig audio) throws Exception {
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofSeconds(3))) {
      maker.connection(Clip.main(), 200, audio);
      maker.pause(Duration.ofSeconds(30));
      maker.connection(Clip.main(), 100, audio);
      return maker.finish();
    }
  }

  private KeyFrameClip.Clip clip(
      List<Segment> segments, Instant from, boolean backward, int count, double speed)
      throws Exception {
    return KeyFrameClip.of(segments, s -> volume.resolve(s.path()), from, backward, count, speed);
  }

  private List<Double> times(byte[] mp4) throws Exception {
    Path file = directory.resolve("clip.mp4");
    Files.write(file, mp4);
    Ffprobe.decode(file);
    List<String> lines =
        Ffprobe.probe(file, "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0");
    assertThat(lines).allMatch(line -> line.contains("K"));
    return lines.stream().map(line -> Double.parseDouble(line.split(",")[0])).toList();
  }

  @Test
  void forwardSkipsTheGapAndShowsEachKeyFrameAsLongAsTheSpeedWants() throws Exception {
    KeyFrameClip.Clip clip =
        clip(twoRuns(RecordingMaker.PCMA), START.plusMillis(5500), false, 4, 4);
    assertThat(clip.frameTimes())
        .containsExactly(
            START.plusSeconds(6),
            START.plusSeconds(7),
            START.plusSeconds(38),
            START.plusSeconds(39));
    assertThat(clip.next()).isEqualTo(START.plusSeconds(40));
    assertThat(times(clip.mp4())).containsExactly(0.0, 0.25, 0.5, 0.75);
  }

  @Test
  void backwardRunsToTheBeginning() throws Exception {
    List<Segment> segments = twoRuns(null);
    List<Instant> seen = new ArrayList<>();
    Instant next = START.plusSeconds(100);
    while (next != null) {
      KeyFrameClip.Clip clip = clip(segments, next, true, 5, 2);
      seen.addAll(clip.frameTimes());
      times(clip.mp4());
      next = clip.next();
    }
    assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(seen.get(11)).isEqualTo(START);
  }

  @Test
  void atHighSpeedKeyFramesAreLeftOutInsteadOfShownForNoTime() throws Exception {
    KeyFrameClip.Clip clip = clip(twoRuns(null), START, false, 100, 64);
    List<Double> times = times(clip.mp4());
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(0.0333);
    }
    assertThat(clip.frameTimes()).hasSize(times.size()).hasSizeLessThan(6);
    assertThat(clip.next()).isNull();
  }

  @Test
  void aChangeOfResolutionEndsTheClip() throws Exception {
    List<Segment> segments;
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofMinutes(1))) {
      maker.connection(Clip.main(), 50, null);
      maker.connection(Clip.other(), 25, null);
      segments = maker.finish();
    }
    KeyFrameClip.Clip first = clip(segments, START, false, 10, 1);
    assertThat(first.frameTimes()).hasSize(2);
    KeyFrameClip.Clip second = clip(segments, first.next(), false, 10, 1);
    assertThat(second.frameTimes()).hasSize(1);
    assertThat(second.next()).isNull();
    times(second.mp4());
  }

  @Test
  void whereNothingIsRecordedNothingIsMade() throws Exception {
    List<Segment> segments = twoRuns(null);
    assertThatThrownBy(() -> clip(segments, START.minusSeconds(1), true, 5, 1))
        .isInstanceOf(NothingRecordedException.class);
    assertThatThrownBy(() -> clip(segments, START, true, 101, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path fragmented(List<Segment> segments, Instant from, Instant to) throws Exception {
    ExportPlan plan = FragmentedExport.plan(segments, s -> volume.resolve(s.path()), from, to);
    Path file = directory.resolve("export.mp4");
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      plan.writeTo(out);
    }
    assertThat(Files.size(file)).isEqualTo(plan.contentLength());
    assertThat(plan.start()).isEqualTo(from.isBefore(START) ? START : from);
    return file;
  }

  @Test
  void aFragmentedExportIsOneTimelineAcrossFilesAndGaps() throws Exception {
    for (AudioConfig audio : new AudioConfig[] {null, RecordingMaker.AAC, RecordingMaker.PCMA}) {
      List<Segment> segments = twoRuns(audio);
      Path file = fragmented(segments, START.minusSeconds(10), START.plusSeconds(100));
      assertThat(Ffprobe.decode(file)).isEqualTo(300);
      List<Double> times = packetTimes(file);
      for (int i = 1; i < times.size(); i++) {
        assertThat(times.get(i) - times.get(i - 1)).isCloseTo(0.04, within(0.001));
      }
      Files.delete(file);
    }
  }

  private static List<Double> packetTimes(Path file) {
    return Ffprobe.probe(
            file, "-select_streams", "v", "-show_entries", "packet=pts_time", "-of", "csv=p=0")
        .stream()
        .map(line -> Double.parseDouble(line.replace(",", "")))
        .toList();
  }

  @Test
  void aFragmentedExportStartsAndEndsAtTheAskedFrame() throws Exception {
    Instant from = START.plusMillis(1480);
    Path file = fragmented(twoRuns(RecordingMaker.AAC), from, from.plusSeconds(3));
    List<Double> shown = packetTimes(file).stream().filter(time -> time >= 0).toList();
    assertThat(shown).hasSize(75);
    assertThat(shown.get(0)).isZero();
  }

  @Test
  void aFragmentedExportHoldsSeveralParameterSets() throws Exception {
    List<Segment> segments;
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofMinutes(1))) {
      maker.connection(Clip.main(), 50, null);
      maker.connection(Clip.other(), 25, null);
      segments = maker.finish();
    }
    Path file = fragmented(segments, START, START.plusSeconds(10));
    assertThat(
            Ffprobe.probe(
                file, "-show_entries", "frame=width", "-select_streams", "v", "-of", "csv=p=0"))
        .anyMatch(line -> line.startsWith("320"))
        .anyMatch(line -> line.startsWith("640"));
  }

  @Test
  void aThumbnailIsSmallAndLooksAlike() throws Exception {
    Segment segment = twoRuns(null).get(0);
    var frame = Snapshot.keyFrame(segment, volume.resolve(segment.path()), START);
    BufferedImage large = ImageIO.read(new ByteArrayInputStream(Snapshot.jpeg(frame)));
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(Snapshot.jpeg(frame, 80)));
    assertThat(small.getWidth()).isEqualTo(80);
    assertThat(small.getHeight()).isEqualTo(60);
    assertThat(brightness(small)).isCloseTo(brightness(large), within(4.0));
    assertThat(Snapshot.jpeg(frame, 640)).isEqualTo(Snapshot.jpeg(frame));
  }

  private static double brightness(BufferedImage image) {
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += image.getRGB(x, y) >> 8 & 255;
      }
    }
    return (double) sum / image.getWidth() / image.getHeight();
  }
}
