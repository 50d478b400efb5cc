package org.lynceus.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.playback.ExportPlan;
import org.lynceus.media.playback.FragmentedExport;
import org.lynceus.media.playback.HlsPlaylist;
import org.lynceus.media.playback.KeyFrameClip;
import org.lynceus.media.playback.Mp4Export;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.StoreCheck;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;

/**
 * Playback from an hour of 4 Mbit/s: exports against a plain copy of the same bytes, what a seek
 * costs the server, key-frame clips, a deep check. The hour is 60 cameras recorded side by side for
 * two minutes and then told as if one after the other, since only the files matter.
 */
final class PlaybackBench {
  private static final int CAMERAS = 60;
  private static final Instant HOUR = Instant.parse("2026-01-01T00:00:00Z");

  private final Volume volume;
  private final List<Segment> recorded;
  private final List<Segment> hour;

  private PlaybackBench(Volume volume, List<Segment> recorded) {
    this.volume = volume;
    this.recorded = recorded;
    this.hour = oneAfterTheOther(recorded);
  }

  /** Arguments: work directory, ffmpeg, floor. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, VolumeException {
    Path work = Files.createDirectories(Path.of(arguments[0]));
    Tools tools = new Tools(work, Path.of(arguments[1]), Path.of(arguments[2]));
    Path disk = Files.createTempDirectory(work, "playback");
    try {
      Volume volume = Volume.initialise(disk, UUID.randomUUID(), 0);
      PlaybackBench bench = new PlaybackBench(volume, record(tools, volume));
      bench.run(disk);
    } finally {
      try (Stream<Path> all = Files.walk(disk)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void run(Path disk) throws IOException {
    long bytes = hour.stream().mapToLong(Segment::bytes).sum();
    Instant from = hour.get(0).start();
    Instant to = hour.get(hour.size() - 1).end();
    System.out.printf(
        "%d files, %.0f s, %.0f MB%n",
        hour.size(), Duration.between(from, to).toMillis() / 1e3, bytes / 1e6);
    for (int i = 0; i < 3; i++) {
      timed("plain copy to disk", bytes, () -> copy(disk.resolve("copy.mp4")));
      timed("classic export to disk", bytes, () -> export(disk, false, from, to));
      timed("fragmented export to disk", bytes, () -> export(disk, true, from, to));
    }
    long all = recorded.stream().mapToLong(Segment::bytes).sum();
    timed("deep check of all", all, this::check);
    repeated("seek: playlist of the hour, init and first group", this::seek);
    repeated("50 key frames at 8x", () -> keyFrames(false));
    repeated("50 key frames at 8x, backwards", () -> keyFrames(true));
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws IOException;
  }

  private static void timed(String what, long bytes, Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-50s %6.2f s, %.0f MB/s%n", what, seconds, bytes / 1e6 / seconds);
  }

  private static void repeated(String what, Work work) throws IOException {
    double[] millis = new double[200];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-50s p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
        what, millis[100], millis[190], millis[199]);
  }

  private Path file(Segment segment) {
    return volume.resolve(segment.path());
  }

  private static FileChannel target(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private void copy(Path target) throws IOException {
    try (FileChannel out = target(target)) {
      for (Segment segment : hour) {
        try (FileChannel in = FileChannel.open(file(segment), StandardOpenOption.READ)) {
          long done = 0;
          while (done < in.size()) {
            done += in.transferTo(done, in.size() - done, out);
          }
        }
      }
      out.force(true);
    }
  }

  private void export(Path disk, boolean fragmented, Instant from, Instant to) throws IOException {
    ExportPlan plan =
        fragmented
            ? FragmentedExport.plan(hour, this::file, from, to)
            : Mp4Export.plan(hour, this::file, from, to);
    try (FileChannel out = target(disk.resolve("copy.mp4"))) {
      plan.writeTo(out);
      out.force(true);
    }
  }

  private void check() throws IOException {
    List<Segment> rows = new ArrayList<>(recorded);
    rows.sort(Comparator.comparing(Segment::path));
    StoreCheck.run(
        volume,
        rows.iterator(),
        new StoreCheck.Options(path -> false, Instant.MAX, true, (files, bytes) -> {}, () -> false),
        finding -> System.out.println(finding.code() + " " + finding.detail()));
  }

  private void seek() throws IOException {
    Random random = new Random(System.nanoTime());
    Instant from = hour.get(0).start();
    Instant to = hour.get(hour.size() - 1).end();
    HlsPlaylist.of(hour, from, to, s -> "/x/" + s.id(), s -> "");
    Segment segment = hour.get(random.nextInt(hour.size()));
    Fragment fragment = segment.fragments().get(random.nextInt(segment.fragments().size()));
    try (FileChannel in = FileChannel.open(file(segment), StandardOpenOption.READ)) {
      in.read(ByteBuffer.allocate(segment.initBytes()), 0);
      in.read(ByteBuffer.allocate(fragment.videoBytes()), fragment.offset());
    }
  }

  private void keyFrames(boolean backward) throws IOException {
    Instant from = hour.get(hour.size() / 2).start();
    KeyFrameClip.of(hour, this::file, from, backward, 50, 8);
  }

  /** Records all cameras for little more than a minute; one whole file of each is the hour. */
  private static List<Segment> record(Tools tools, Volume volume)
      throws IOException, InterruptedException {
    List<Segment> closed = new ArrayList<>();
    SegmentIndex index =
        new SegmentIndex() {
          @Override
          public synchronized void save(Segment segment) {
            if (segment.closed()) {
              closed.add(segment);
            }
          }

          @Override
          public void gap(StreamKey key, Instant from, Instant to, Fault reason) {}
        };
    Process cameras =
        tools.java(CameraServer.class, List.of(tools.clip().toString(), "" + CAMERAS));
    try (MediaEngine engine =
        new MediaEngine(
            EngineOptions.defaults().with(Duration.ZERO, true),
            Clock.systemUTC(),
            new Random(),
            (before, now) -> {},
            List.of(volume),
            index)) {
      String line = EngineComparison.line(cameras);
      int port = Integer.parseInt(line.replace("port ", ""));
      engine.start();
      for (int i = 1; i <= CAMERAS; i++) {
        StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
        engine.put(
            new StreamSource(
                key, java.net.URI.create("rtsp://127.0.0.1:" + port + "/camera/" + i), null));
        engine.record(key, true);
      }
      TimeUnit.SECONDS.sleep(125);
    } finally {
      cameras.destroy();
      cameras.waitFor();
    }
    return closed;
  }

  private static List<Segment> oneAfterTheOther(List<Segment> closed) {
    List<Segment> hour = new ArrayList<>();
    Instant at = HOUR;
    for (Segment s : closed) {
      if (Duration.between(HOUR, at).toHours() < 1) {
        hour.add(told(s, at));
        at = hour.get(hour.size() - 1).end();
      }
    }
    return hour;
  }

  private static Segment told(Segment s, Instant start) {
    return new Segment(
        s.id(),
        s.channel(),
        s.kind(),
        s.volume(),
        s.path(),
        start,
        s.durationMicros(),
        s.bytes(),
        true,
        false,
        s.codecs(),
        s.width(),
        s.height(),
        s.initBytes(),
        s.run(),
        s.runOffsetMicros(),
        s.fragments(),
        s.sha256());
  }
}
