package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.media.AudioDescription;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.store.Segment;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.TestCamera;

/** Codecs other than plain H.264, from packets to files that ffprobe judges. */
class CodecTest {
  /** The most frames that are sent after one that is shown later than they are. */
  private static final int SENT_EARLY = 3;

  private static final int ROOM = 4 << 20;
  @TempDir Path directory;

  private static Clip clip(String name) {
    return switch (name) {
      case "h265" -> Clip.h265();
      case "h265 reordered" -> Clip.h265Reordered();
      case "h264 reordered" -> Clip.reordered();
      default -> Clip.jpeg();
    };
  }

  /** Presentation and decoding times of a file's frames, in the order of the file. */
  private static List<long[]> times(Path file) {
    List<long[]> times = new ArrayList<>();
    for (String line :
        Ffprobe.probe(
            file, "-select_streams", "v", "-show_entries", "packet=pts,dts", "-of", "csv=p=0")) {
      String[] words = line.split(",");
      times.add(new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])});
    }
    return times;
  }

  /** How many frames ffprobe decodes without a complaint. */
  private static int decoded(Path file) {
    List<String> count =
        Ffprobe.probe(
            file,
            "-count_frames",
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream=nb_read_frames",
            "-of",
            "csv=p=0");
    return Integer.parseInt(count.get(0).replaceAll("\\D", ""));
  }

  private static void assertTimesAreRight(List<long[]> times) {
    HashSet<Long> shown = new HashSet<>();
    long first = Long.MAX_VALUE;
    for (long[] time : times) {
      first = Math.min(first, time[0]);
    }
    for (int i = 0; i < times.size(); i++) {
      long[] time = times.get(i);
      assertThat(shown.add(time[0])).as("shown once").isTrue();
      assertThat((time[0] - first) % TestCamera.FRAME_TICKS).as("on the camera's clock").isZero();
      assertThat(time[1]).as("decoded before shown").isLessThanOrEqualTo(time[0]);
      if (i > 0) {
        assertThat(time[1]).as("decoding times rise").isGreaterThan(times.get(i - 1)[1]);
      }
    }
    // A file may end between a frame that is sent early and those that are shown before it.
    List<Long> sorted = shown.stream().sorted(Comparator.naturalOrder()).toList();
    for (int i = 1; i < sorted.size() - SENT_EARLY; i++) {
      assertThat(sorted.get(i) - sorted.get(i - 1))
          .as("no frame is missing before number %d of %d", i, sorted.size())
          .isEqualTo(TestCamera.FRAME_TICKS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h265", "h265 reordered", "h264 reordered", "mjpeg"})
  void isRecordedWithTheTimesOfTheCamera(String name) throws Exception {
    try (EngineBench bench = new EngineBench(directory, EngineOptions.defaults())) {
      bench.camera.clip = clip(name);
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until("300 frames", () -> bench.status().counters().framesIn() > 300);
      bench.engine.close();
      List<Segment> segments = bench.index.segments();
      int frames = 0;
      for (Segment segment : segments) {
        frames += judged(bench.volume.directory().resolve(segment.path()), segment, name);
      }
      assertThat(frames).isGreaterThan(240);
    }
  }

  private static int judged(Path file, Segment segment, String name) {
    List<String> codec =
        Ffprobe.probe(
            file, "-show_entries", "stream=codec_name,codec_tag_string,width", "-of", "csv=p=0");
    if (name.startsWith("h265")) {
      assertThat(codec).containsExactly("hevc,hvc1,320");
      assertThat(segment.codecs()).isEqualTo("hvc1.1.6.L60.90");
    } else {
      assertThat(codec.get(0)).startsWith(name.equals("mjpeg") ? "mjpeg,jpeg" : "h264,avc1");
    }
    assertTimesAreRight(times(file));
    return decoded(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h265", "h265 reordered", "h264 reordered", "mjpeg"})
  void isShownLiveWithRisingDecodingTimes(String name) throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.clip = clip(name);
      bench.put(null);
      try (LiveSubscription early = bench.engine.watch(bench.key, () -> {}, ROOM)) {
        Eventually.until("it flows", () -> bench.status().counters().framesIn() > 40);
        List<LiveMessage> seen = new ArrayList<>();
        try (LiveSubscription late = bench.engine.watch(bench.key, () -> {}, ROOM)) {
          Eventually.until(
              "100 messages",
              () -> {
                for (LiveMessage m = late.poll(); m != null; m = late.poll()) {
                  seen.add(m);
                }
                return seen.size() > 100;
              });
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (LiveMessage message : seen) {
          ByteBuffer bytes =
              message instanceof LiveMessage.Init init
                  ? init.bytes()
                  : message instanceof LiveMessage.Fragment part
                      ? part.bytes()
                      : ByteBuffer.allocate(0);
          byte[] copy = new byte[bytes.remaining()];
          bytes.get(copy);
          file.writeBytes(copy);
        }
        Path path = directory.resolve("live.mp4");
        Files.write(path, file.toByteArray());
        assertThat(decoded(path)).isPositive();
        List<long[]> times = times(path);
        for (int i = 1; i < times.size(); i++) {
          assertThat(times.get(i)[1]).isGreaterThan(times.get(i - 1)[1]);
          assertThat(times.get(i)[0]).isGreaterThanOrEqualTo(times.get(i)[1]);
        }
      }
    }
  }

  @Test
  void aChangeOfCodecParametersBeginsANewRun() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.clip = Clip.reordered();
      bench.camera.sprop = false;
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.camera.clip = Clip.other();
      Eventually.until(
          "the new size is recorded",
          () -> bench.index.segments().stream().anyMatch(segment -> segment.width() == 640));
      assertThat(bench.status().description().width()).isEqualTo(640);
    }
  }

  @Test
  void keyFramesTellTheirCodec() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.clip = Clip.jpeg();
      bench.put(null);
      KeyFrame frame =
          bench.engine.keyFrame(bench.key, Duration.ofSeconds(10)).get(15, TimeUnit.SECONDS);
      assertThat(frame.codec()).isEqualTo(VideoCodec.MJPEG);
      assertThat(frame.accessUnit().getShort(0)).isEqualTo((short) 0xffd8);
      assertThat(bench.status().description().codec()).isEqualTo("MJPEG");
    }
  }

  @Test
  void telephoneAudioComesBesideTheVideoForThoseWhoAskForIt() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.audio = TestCamera.Audio.PCMA;
      bench.put(null);
      List<LiveMessage.Audio> audio = new ArrayList<>();
      try (LiveSubscription deaf = bench.engine.watch(bench.key, () -> {}, ROOM);
          LiveSubscription viewer = bench.engine.watch(bench.key, () -> {}, ROOM, true)) {
        Eventually.until(
            "a second of sound",
            () -> {
              for (LiveMessage m = viewer.poll(); m != null; m = viewer.poll()) {
                if (m instanceof LiveMessage.Audio part) {
                  audio.add(part);
                }
              }
              return audio.stream().mapToInt(part -> part.bytes().remaining()).sum() > 8000;
            });
        for (LiveMessage m = deaf.poll(); m != null; m = deaf.poll()) {
          assertThat(m).isNotInstanceOf(LiveMessage.Audio.class);
        }
      }
      assertThat(bench.status().description().audio())
          .isEqualTo(new AudioDescription("PCMA", 8000, 1));
      for (int i = 1; i < audio.size(); i++) {
        assertThat(audio.get(i).codec()).isEqualTo("alaw");
        assertThat(audio.get(i).rate()).isEqualTo(8000);
        long length = audio.get(i - 1).bytes().remaining() * 1_000_000L / 8000;
        assertThat(audio.get(i).decodeTimeMicros() - audio.get(i - 1).decodeTimeMicros())
            .isEqualTo(length);
      }
    }
  }
}
