package org.lynceus.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.store.Finding;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreCheck;
import org.lynceus.media.store.Volume;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.RecordingMaker;

/** Check, key frames, both exports and pictures for every codec that is recorded. */
class CodecPlaybackTest {
  private static final Instant START = Instant.parse("2026-03-01T10:59:57.120Z");
  @TempDir Path directory;

  private static Clip clip(String name) {
    return switch (name) {
      case "H.264 with B frames" -> Clip.reordered();
      case "H.265" -> Clip.h265();
      case "H.265 with open groups" -> Clip.h265Reordered();
      default -> Clip.jpeg();
    };
  }

  private Path written(ExportPlan plan, String name) throws Exception {
    Path file = directory.resolve(name);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      plan.writeTo(out);
    }
    assertThat(Files.size(file)).isEqualTo(plan.contentLength());
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"H.264 with B frames", "H.265", "H.265 with open groups", "MJPEG"})
  void everythingWorks(String name) throws Exception {
    Clip clip = clip(name);
    Volume volume =
        Volume.initialise(Files.createDirectory(directory.resolve("v")), UUID.randomUUID(), 0);
    List<Segment> segments;
    try (RecordingMaker maker = new RecordingMaker(volume, START, Duration.ofSeconds(1))) {
      maker.connection(clip, 75, null);
      segments = maker.finish();
    }
    assertThat(segments).hasSizeGreaterThan(1);
    List<Finding> findings = new ArrayList<>();
    StoreCheck.run(
        volume,
        segments.stream().sorted(Comparator.comparing(Segment::path)).iterator(),
        new StoreCheck.Options(path -> false, Instant.MAX, true, (files, bytes) -> {}, () -> false),
        findings::add);
    assertThat(findings).isEmpty();
    Instant end = START.plusSeconds(10);
    int classic =
        Ffprobe.decode(
            written(Mp4Export.plan(segments, s -> volume.resolve(s.path()), START, end), "c.mp4"));
    int fragmented =
        Ffprobe.decode(
            written(
                FragmentedExport.plan(segments, s -> volume.resolve(s.path()), START, end),
                "f.mp4"));
    assertThat(fragmented).isEqualTo(classic).isBetween(73, 75);
    KeyFrameClip.Clip keys =
        KeyFrameClip.of(segments, s -> volume.resolve(s.path()), end, true, 3, 2);
    Path trick = directory.resolve("k.mp4");
    Files.write(trick, keys.mp4());
    assertThat(Ffprobe.decode(trick)).isEqualTo(3);
    assertThat(keys.frameTimes()).hasSize(3);
    Segment first = segments.get(0);
    var picture = Snapshot.keyFrame(first, volume.resolve(first.path()), START);
    assertThat(picture.codec()).isEqualTo(clip.codec());
    if (clip.codec() == VideoCodec.H265) {
      assertThatThrownBy(() -> Snapshot.jpeg(picture, 80)).hasMessageContaining("H.265");
    } else {
      assertThat(Snapshot.jpeg(picture, 80)).hasSizeGreaterThan(300);
    }
  }
}
