package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.Credentials;
import org.lynceus.media.store.Segment;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.TestCamera;

class RecordingTest {
  @TempDir Path directory;

  @Test
  void recordsSegmentsThatPlayAndCloses() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.algorithm = "MD5";
      bench.put(new Credentials("admin", "s3cret"));
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until(
          "two closed segments",
          () -> bench.index.segments().stream().filter(Segment::closed).count() >= 2);
      assertThat(bench.status().state()).isEqualTo(StreamState.ONLINE);
      assertThat(bench.status().description().width()).isEqualTo(320);
      bench.engine.close();
      List<Segment> segments = bench.index.segments();
      assertThat(segments).allMatch(Segment::closed);
      assertThat(segments.stream().map(Segment::run).distinct()).hasSize(1);
      for (int i = 1; i < segments.size(); i++) {
        assertThat(segments.get(i).start()).isEqualTo(segments.get(i - 1).end());
      }
      for (Segment segment : segments) {
        Path file = bench.volume.resolve(segment.path());
        assertThat(Files.size(file)).isEqualTo(segment.bytes());
        boolean last = segment == segments.get(segments.size() - 1);
        assertThat(Ffprobe.decode(file))
            .isBetween(
                (segment.fragments().size() - (last ? 1 : 0)) * 25,
                segment.fragments().size() * 25);
      }
      assertThat(bench.index.gaps()).isEmpty();
      assertThat(bench.camera.wrongPasswords.get()).isZero();
    }
  }

  @Test
  void carriesAacAndG711() throws Exception {
    for (TestCamera.Audio audio : List.of(TestCamera.Audio.AAC, TestCamera.Audio.PCMA)) {
      Path own = Files.createDirectory(directory.resolve(audio.name()));
      try (EngineBench bench = new EngineBench(own)) {
        bench.camera.audio = audio;
        bench.put(null);
        bench.engine.record(bench.key, true);
        Eventually.until(
            "audio in a closed segment",
            () ->
                bench.index.segments().stream()
                    .anyMatch(s -> s.closed() && s.codecs().contains(",")));
        bench.engine.close();
        assertThat(bench.index.segments()).allMatch(s -> s.codecs().contains(","));
        assertThat(bench.index.segments().stream().map(Segment::run).distinct()).hasSize(1);
        for (Segment segment : bench.index.segments()) {
          Ffprobe.decode(bench.volume.resolve(segment.path()));
        }
        Segment last = bench.index.segments().get(bench.index.segments().size() - 1);
        assertThat(
                Ffprobe.probe(
                    bench.volume.resolve(last.path()),
                    "-show_entries",
                    "stream=codec_name",
                    "-of",
                    "csv=p=0"))
            .containsExactly("h264", audio == TestCamera.Audio.AAC ? "aac" : "pcm_alaw");
      }
    }
  }

  @Test
  void promisedAudioThatNeverComesIsLeftOutSoonAndNotBelievedAgain() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.audio = TestCamera.Audio.AAC;
      bench.camera.silent = true;
      bench.put(null);
      bench.engine.record(bench.key, true);
      Eventually.until("a run without audio", () -> runs(bench, false) == 1);
      assertThat(runs(bench, true)).isEqualTo(1);
      bench.camera.kick();
      Eventually.until("another run without audio", () -> runs(bench, false) == 2);
      assertThat(runs(bench, true)).isEqualTo(1);
      bench.camera.silent = false;
      Eventually.until("a run with audio", () -> runs(bench, true) == 2);
    }
  }

  private static long runs(EngineBench bench, boolean audio) {
    return bench.index.segments().stream()
        .filter(s -> s.codecs().contains(",") == audio)
        .map(Segment::run)
        .distinct()
        .count();
  }
}
