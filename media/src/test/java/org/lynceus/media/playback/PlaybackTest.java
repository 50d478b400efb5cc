package org.lynceus.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
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

class PlaybackTest {
  private static final Instant START = Instant.parse("2026-03-01T10:59:57.120Z");
  @TempDir Path directory;
  private Volume volume;

  @BeforeEach
  void makeVolume() throws Exception {
    volume = Volume.initialise(Files.createDirectory(directory.resolve("v")), UUID.randomUUID(), 0);
  }

  /** Eight seconds, a gap of 30 s, four seconds; files of three seconds. */
  private List<Segment> twoRuns(AudioConfig audio) throws Exception {
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofSeconds(3))) {
      maker.connection(Clip.main(), 200, audio);
      maker.pause(Duration.ofSeconds(30));
      maker.connection(Clip.main(), 100, audio);
      return maker.finish();
    }
  }

  private Path export(List<Segment> segments, Instant from, Instant to) throws Exception {
    ExportPlan plan = Mp4Export.plan(segments, s -> volume.resolve(s.path()), from, to);
    Path file = directory.resolve("export.mp4");
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      plan.writeTo(out);
    }
    assertThat(Files.size(file)).isEqualTo(plan.contentLength());
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    plan.writeTo(Channels.newChannel(again));
    assertThat(again.toByteArray()).isEqualTo(Files.readAllBytes(file));
    return file;
  }

  private static double seconds(Path file, String stream) {
    String text =
        Ffprobe.probe(
                file,
                "-select_streams",
                stream,
                "-show_entries",
                "stream=duration",
                "-of",
                "csv=p=0")
            .get(0);
    return Double.parseDouble(text.replace(",", ""));
  }

  @Test
  void exportsAcrossFilesAndAGap() throws Exception {
    List<Segment> segments = twoRuns(RecordingMaker.AAC);
    assertThat(segments.stream().map(Segment::run).distinct().count()).isBetween(2L, 4L);
    Path file = export(segments, START.minusSeconds(10), START.plusSeconds(100));
    assertThat(Ffprobe.decode(file)).isEqualTo(300);
    assertThat(seconds(file, "v:0")).isCloseTo(12.0, within(0.05));
    assertThat(seconds(file, "a:0")).isCloseTo(12.0, within(0.15));
  }

  @Test
  void exportStartsAndEndsAtTheAskedFrame() throws Exception {
    List<Segment> segments = twoRuns(null);
    Instant from = START.plusMillis(1480);
    ExportPlan plan =
        Mp4Export.plan(segments, s -> volume.resolve(s.path()), from, from.plusSeconds(3));
    assertThat(plan.start()).isEqualTo(from);
    assertThat(plan.duration()).isEqualTo(Duration.ofSeconds(3));
    Path file = export(segments, from, from.plusSeconds(3));
    List<String> times = Ffprobe.probe(file, "-show_entries", "frame=pts_time", "-of", "csv=p=0");
    List<Double> shown =
        times.stream()
            .filter(line -> !line.isBlank())
            .map(line -> Double.parseDouble(line.replace(",", "")))
            .filter(time -> time >= 0)
            .toList();
    assertThat(shown).hasSize(75);
    assertThat(shown.get(0)).isZero();
    assertThat(seconds(file, "v:0")).isCloseTo(3.0, within(0.001));
  }

  @Test
  void exportHoldsSeveralParameterSets() throws Exception {
    List<Segment> segments;
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofMinutes(1))) {
      maker.connection(Clip.main(), 50, RecordingMaker.PCMA);
      maker.connection(Clip.other(), 25, RecordingMaker.PCMA);
      segments = maker.finish();
    }
    assertThat(segments).extracting(Segment::width).contains(320, 640);
    Path file = export(segments, START, START.plusSeconds(10));
    assertThat(Ffprobe.decode(file)).isEqualTo(75);
    assertThat(
            Ffprobe.probe(
                file, "-show_entries", "frame=width", "-select_streams", "v", "-of", "csv=p=0"))
        .anyMatch(line -> line.startsWith("320"))
        .anyMatch(line -> line.startsWith("640"));
    assertThat(Ffprobe.probe(file, "-show_entries", "stream=codec_name", "-of", "csv=p=0"))
        .containsExactly("h264", "pcm_alaw");
  }

  @Test
  void exportOfAGapIsRefused() throws Exception {
    List<Segment> segments = twoRuns(null);
    assertThatThrownBy(() -> export(segments, START.plusSeconds(20), START.plusSeconds(30)))
        .isInstanceOf(NothingRecordedException.class);
  }

  @Test
  void playlistIsPlayedByAnIndependentPlayer() throws Exception {
    List<Segment> segments = twoRuns(RecordingMaker.AAC);
    String playlist =
        HlsPlaylist.of(
            segments,
            START,
            START.plusSeconds(100),
            s -> volume.resolve(s.path()).toString(),
            s -> "unused");
    Path file = directory.resolve("index.m3u8");
    Files.writeString(file, playlist);
    assertThat(playlist).contains("#EXT-X-DISCONTINUITY\n").contains("#EXT-X-ENDLIST");
    assertThat(playlist).contains("#EXT-X-PROGRAM-DATE-TIME:2026-03-01T10:59:57.120Z");
    List<String> count =
        Ffprobe.probe(
            file,
            "-count_packets",
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream=nb_read_packets",
            "-of",
            "csv=p=0");
    assertThat(count.get(0)).startsWith("300");
  }

  @Test
  void playlistLeavesOutAudioThatBrowsersCannotPlay() throws Exception {
    List<Segment> segments = twoRuns(RecordingMaker.PCMA);
    assertThat(segments).anyMatch(Segment::videoOnlyForBrowsers);
    for (Segment segment : segments) {
      byte[] all = Files.readAllBytes(volume.resolve(segment.path()));
      byte[] init = java.util.Arrays.copyOf(all, segment.initBytes());
      Files.write(directory.resolve(segment.id() + ".mp4"), VideoOnlyInit.of(init));
    }
    String playlist =
        HlsPlaylist.of(
            segments,
            START,
            START.plusSeconds(100),
            s -> volume.resolve(s.path()).toString(),
            s -> directory.resolve(s.id() + ".mp4").toString());
    Path file = directory.resolve("index.m3u8");
    Files.writeString(file, playlist);
    assertThat(Ffprobe.probe(file, "-show_entries", "stream=codec_name", "-of", "csv=p=0"))
        .contains("h264")
        .noneMatch(line -> line.contains("pcm"));
    assertThat(
            Ffprobe.probe(
                    file,
                    "-count_packets",
                    "-select_streams",
                    "v:0",
                    "-show_entries",
                    "stream=nb_read_packets",
                    "-of",
                    "csv=p=0")
                .get(0))
        .startsWith("300");
  }

  @Test
  void playlistCoversExactlyTheGroupsOfTheRange() throws Exception {
    List<Segment> segments = twoRuns(null);
    String playlist =
        HlsPlaylist.of(
            segments, START.plusMillis(1500), START.plusMillis(2500), s -> "/x.mp4", s -> "");
    double total =
        playlist
            .lines()
            .filter(line -> line.startsWith("#EXTINF:"))
            .mapToDouble(line -> Double.parseDouble(line.substring(8, line.length() - 1)))
            .sum();
    assertThat(total).isCloseTo(2.0, within(0.000_001));
  }

  @Test
  void decodesTheKeyFrameAtATime() throws Exception {
    List<Segment> segments = twoRuns(null);
    Segment segment = segments.get(1);
    byte[] jpeg =
        Snapshot.jpeg(
            Snapshot.keyFrame(
                segment, volume.resolve(segment.path()), segment.start().plusMillis(1200)));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(image.getWidth()).isEqualTo(320);
    assertThat(image.getHeight()).isEqualTo(240);
    BufferedImage reference = reference(segment);
    assertThat(difference(image, reference)).isLessThan(12);
  }

  /** The same picture decoded by ffmpeg: the first frame of a second of the clip's pattern. */
  private BufferedImage reference(Segment segment) throws Exception {
    Path png = directory.resolve("reference.png");
    Ffprobe.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-skip_frame",
            "nokey",
            "-i",
            volume.resolve(segment.path()).toString(),
            "-vf",
            "select=eq(n\\,1)",
            "-frames:v",
            "1",
            png.toString()));
    return ImageIO.read(png.toFile());
  }

  private static double difference(BufferedImage one, BufferedImage two) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (two.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }
}
