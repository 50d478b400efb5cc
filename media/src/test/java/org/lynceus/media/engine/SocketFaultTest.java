package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;
import org.lynceus.media.store.Finding;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreCheck;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.FrameNumbers;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.TestCamera;

/**
 * Cameras, clocks and networks that fail, from the sockets to the files: afterwards disk and index
 * agree, and every frame that the camera sent is stored once or lies in a gap with a reason.
 */
class SocketFaultTest {
  @TempDir Path directory;

  /** A clock that runs, and that somebody sets. */
  private static final class SetClock extends Clock {
    private volatile Duration ahead;

    SetClock(Duration ahead) {
      this.ahead = ahead;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }
  }

  private EngineBench bench(Clock clock) throws Exception {
    TestCamera camera = new TestCamera();
    camera.numbered = true;
    return new EngineBench(directory, EngineBench.options(Duration.ofSeconds(1)), camera, clock);
  }

  private static void record(EngineBench bench, StreamTransport transport) {
    bench.engine.put(new StreamSource(bench.key, bench.camera.url(), null, transport, null));
    bench.engine.record(bench.key, true);
    bench.awaitRecording(RecordingState.RECORDING);
  }

  private static void frames(EngineBench bench, int count) {
    long before = bench.status().counters().framesIn();
    Eventually.until(
        count + " frames", () -> bench.status().counters().framesIn() >= before + count);
  }

  private static void assertNothingLost(EngineBench bench) throws IOException {
    bench.engine.close();
    List<Segment> segments = bench.index.segments();
    List<Finding> findings = new ArrayList<>();
    StoreCheck.run(
        bench.volume,
        segments.stream().sorted(Comparator.comparing(Segment::path)).iterator(),
        new StoreCheck.Options(path -> false, Instant.MAX, true, (files, bytes) -> {}, () -> false),
        findings::add);
    assertThat(findings).isEmpty();
    List<FrameNumbers.Stored> stored = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      stored.addAll(FrameNumbers.in(bench.volume.resolve(segment.path()), segment));
      if (i > 0) {
        assertThat(segment.start()).isAfterOrEqualTo(segments.get(i - 1).end());
      }
    }
    FrameNumbers.Stored last = stored.get(stored.size() - 1);
    FrameNumbers.assertKept(stored, 0, last.number() + 1, bench.index.gaps(), last.to());
  }

  @Test
  void aCameraThatComesAndGoes() throws Exception {
    try (EngineBench bench = bench(Clock.systemUTC())) {
      record(bench, StreamTransport.TCP);
      for (int i = 0; i < 6; i++) {
        frames(bench, 60);
        long tries = bench.status().counters().reconnects();
        int wanted = i % 2 == 0 ? 3 : 1;
        bench.camera.refuseNew = wanted > 1;
        bench.camera.kick();
        Eventually.until(
            "it is tried again", () -> bench.status().counters().reconnects() >= tries + wanted);
        bench.camera.refuseNew = false;
        bench.awaitRecording(RecordingState.RECORDING);
      }
      frames(bench, 60);
      assertNothingLost(bench);
      assertThat(bench.index.gaps()).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void theServersClockIsSetAnHourForwardAndBack() throws Exception {
    SetClock clock = new SetClock(Duration.ZERO);
    try (EngineBench bench = bench(clock)) {
      record(bench, StreamTransport.TCP);
      frames(bench, 150);
      for (int hours : new int[] {1, 0, -1, 0}) {
        clock.ahead = Duration.ofHours(hours);
        frames(bench, 300);
      }
      assertNothingLost(bench);
      assertThat(bench.index.segments().stream().map(Segment::run).distinct()).hasSize(5);
    }
  }

  @Test
  void theCamerasClockIsSetAnHourForwardAndBack() throws Exception {
    try (EngineBench bench = bench(Clock.systemUTC())) {
      bench.camera.reportsAhead = Duration.ZERO;
      bench.camera.audio = TestCamera.Audio.AAC;
      Instant before = Instant.now();
      record(bench, StreamTransport.TCP);
      for (int hours : new int[] {1, 0, -1, 0}) {
        frames(bench, 150);
        bench.camera.reportsAhead = Duration.ofHours(hours);
      }
      frames(bench, 150);
      assertNothingLost(bench);
      assertThat(bench.index.segments())
          .allSatisfy(each -> assertThat(each.start()).isBetween(before, Instant.now()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-29T00:59:58Z", "2026-10-25T00:59:58Z"})
  void summerTimeBeginsAndEnds(String moment) throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    Instant start = Instant.parse(moment);
    SetClock clock = new SetClock(Duration.between(Instant.now(), start));
    try (EngineBench bench = bench(clock)) {
      record(bench, StreamTransport.TCP);
      Eventually.until("it is past", () -> clock.instant().isAfter(start.plusSeconds(4)));
      frames(bench, 60);
      assertNothingLost(bench);
      List<Segment> segments = bench.index.segments();
      for (int i = 1; i < segments.size(); i++) {
        assertThat(segments.get(i).start()).isEqualTo(segments.get(i - 1).end());
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aNetworkThatLosesMixesAndRepeatsDatagrams() throws Exception {
    try (EngineBench bench = bench(Clock.systemUTC())) {
      record(bench, StreamTransport.UDP);
      bench.camera.reorderRate = 0.1;
      bench.camera.duplicateRate = 0.1;
      bench.camera.lossRate = 0.01;
      Eventually.until("packets are lost", () -> bench.camera.packetsLost.get() >= 5);
      bench.camera.lossRate = 0;
      bench.camera.reorderRate = 0;
      bench.camera.duplicateRate = 0;
      frames(bench, 200);
      assertNothingLost(bench);
      assertThat(bench.index.gaps())
          .extracting(MemoryIndex.Gap::reason)
          .extracting("code")
          .contains(FaultCode.PACKETS_LOST);
    }
  }
}
