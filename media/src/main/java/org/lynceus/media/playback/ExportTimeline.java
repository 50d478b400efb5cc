package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.InitInfo;
import org.lynceus.media.mp4.MoofInfo;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;

/**
 * Joins the wanted fragments of recorded segments to one timeline: times within a run are kept,
 * breaks between runs and gaps are closed. Audio is taken from segments whose audio is like that of
 * the first that has any.
 */
final class ExportTimeline {
  private final Instant from;
  private final Instant to;
  final SampleList video = new SampleList();
  final SampleList audio = new SampleList();
  final List<VideoConfig> videos = new ArrayList<>();
  final List<FilePiece> pieces = new ArrayList<>();
  @Nullable AudioConfig audioConfig;
  private @Nullable Instant firstFrame;
  long mediaBytes;
  private @Nullable UUID run;
  private long expected;
  private long shift;

  /** Bytes of a file that go into the export. */
  record FilePiece(Path file, long offset, long count) {}

  private ExportTimeline(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /** The timeline of [from, to); see {@link Mp4Export#plan}. */
  static ExportTimeline of(
      List<Segment> segments, Function<Segment, Path> file, Instant from, Instant to)
      throws IOException {
    ExportTimeline timeline = new ExportTimeline(from, to);
    for (Segment segment : segments) {
      timeline.add(segment, file.apply(segment));
    }
    if (timeline.firstFrame == null) {
      throw new NothingRecordedException();
    }
    return timeline;
  }

  /** Wall clock of the first picture shown: frames before it are there to be decoded only. */
  Instant start() {
    Instant first = Objects.requireNonNull(firstFrame);
    return first.isBefore(from) ? from : first;
  }

  /** Time of the first picture shown, on the video's clock. */
  long shownFrom() {
    Duration skipped = Duration.between(Objects.requireNonNull(firstFrame), start());
    return Math.min(ticks(skipped), video.end() - 1);
  }

  /** Length of what is shown. */
  Duration shown() {
    return Duration.ofNanos(Run.micros(video.end() - shownFrom()) * 1000);
  }

  private void add(Segment segment, Path file) throws IOException {
    List<Fragment> wanted =
        segment.fragments().stream().filter(fragment -> wanted(segment, fragment)).toList();
    if (wanted.isEmpty()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      FragmentReader reader = new FragmentReader(channel);
      InitInfo init = reader.init(segment);
      int description = description(init.video());
      audioConfig = audioConfig == null ? init.audio() : audioConfig;
      boolean withAudio = audioConfig != null && audioConfig.equals(init.audio());
      for (Fragment fragment : wanted) {
        FragmentReader.Track track = reader.video(fragment);
        begin(segment, fragment, track.moof());
        video(segment, fragment, track, description, file);
        FragmentReader.Track sound = withAudio ? reader.audio(fragment) : null;
        if (sound != null && audioConfig != null) {
          audio(sound, audioConfig, file);
        }
      }
    }
  }

  private boolean wanted(Segment segment, Fragment fragment) {
    Instant start = segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
    return start.isBefore(to)
        && start.plus(fragment.durationMicros(), ChronoUnit.MICROS).isAfter(from);
  }

  private int description(VideoConfig config) {
    int known = videos.indexOf(config);
    if (known < 0) {
      videos.add(config);
      return videos.size();
    }
    return known + 1;
  }

  private void begin(Segment segment, Fragment fragment, MoofInfo moof) {
    if (firstFrame == null) {
      firstFrame = segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
    }
    if (!segment.run().equals(run) || moof.baseTime() != expected) {
      run = segment.run();
      shift = (video.count() == 0 ? 0 : video.end()) - moof.baseTime();
    }
    expected = moof.baseTime() + moof.duration();
  }

  private void video(
      Segment segment, Fragment fragment, FragmentReader.Track track, int description, Path file) {
    MoofInfo moof = track.moof();
    Instant start = segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
    long limit = moof.baseTime() + ticks(Duration.between(start, to));
    int count = samplesBefore(moof, limit);
    long time = moof.baseTime();
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      video.add(time + shift, moof.durations()[i], moof.sizes()[i], moof.offsets()[i], i == 0);
      time += moof.durations()[i];
      bytes += moof.sizes()[i];
    }
    video.chunk(count, description, mediaBytes);
    piece(file, track.data(), bytes);
  }

  /** How many samples in decoding order are needed for all pictures before the limit. */
  private static int samplesBefore(MoofInfo moof, long limit) {
    int needed = 1;
    long time = moof.baseTime();
    for (int i = 0; i < moof.sizes().length; i++) {
      if (time + moof.offsets()[i] < limit) {
        needed = i + 1;
      }
      time += moof.durations()[i];
    }
    return needed;
  }

  private void audio(FragmentReader.Track track, AudioConfig config, Path file) {
    MoofInfo moof = track.moof();
    long clock = config.sampleRate();
    long audioShift = Math.floorDiv(shift * clock, Run.VIDEO_CLOCK);
    long most = Math.floorDiv(video.end() * clock, Run.VIDEO_CLOCK);
    long time = moof.baseTime() + audioShift;
    long skipped = 0;
    long bytes = 0;
    int count = 0;
    for (int i = 0; i < moof.sizes().length && time < most; i++) {
      if (time < 0) {
        skipped += moof.sizes()[i];
      } else {
        audio.add(time, moof.durations()[i], moof.sizes()[i], 0, true);
        bytes += moof.sizes()[i];
        count++;
      }
      time += moof.durations()[i];
    }
    if (count > 0) {
      audio.chunk(count, 1, mediaBytes);
      piece(file, track.data() + skipped, bytes);
    }
  }

  private void piece(Path file, long offset, long count) {
    pieces.add(new FilePiece(file, offset, count));
    mediaBytes += count;
  }

  /** A length of wall clock on the video's clock. */
  static long ticks(Duration duration) {
    long micros =
        Math.min(duration.toSeconds(), 1L << 40) * 1_000_000 + duration.toNanosPart() / 1000;
    return -Math.floorDiv(-micros * 9, 100);
  }
}
