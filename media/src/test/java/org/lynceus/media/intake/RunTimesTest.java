package org.lynceus.media.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lynceus.media.gop.Run;
import org.lynceus.media.testing.RecordingMaker;

class RunTimesTest {
  private static final Instant START = Instant.parse("2026-03-29T00:59:59Z");
  private final RecordingMaker.ManualClock clock = new RecordingMaker.ManualClock(START);
  private final RunTimes times = new RunTimes(clock);

  @Property(tries = 300)
  void runsNeverOverlapHoweverTheClockSteps(@ForAll long seed) {
    Random random = new Random(seed);
    Instant covered = Instant.MIN;
    for (int run = 0; run < 20; run++) {
      clock.set(clock.instant().plusMillis(random.nextInt(8_000_000) - 4_000_000));
      Instant begin = times.begin();
      assertThat(begin).isAfterOrEqualTo(covered);
      covered = begin.plusMillis(random.nextInt(10_000_000));
      times.reached(covered);
    }
  }

  @Example
  void oneLateKeyFrameIsNoStepAndTwoAre() {
    times.begin();
    clock.set(START.plusSeconds(2));
    assertThat(times.stepped(2L * Run.VIDEO_CLOCK)).isFalse();
    clock.set(START.plusMillis(5500));
    assertThat(times.stepped(4L * Run.VIDEO_CLOCK)).isFalse();
    clock.set(START.plusMillis(6100));
    assertThat(times.stepped(6L * Run.VIDEO_CLOCK)).isFalse();
    clock.set(START.plusSeconds(3608));
    assertThat(times.stepped(8L * Run.VIDEO_CLOCK)).isFalse();
    clock.set(START.plusSeconds(3610));
    assertThat(times.stepped(10L * Run.VIDEO_CLOCK)).isTrue();
  }

  @Example
  void aClockSetBackBeginsOneRunAndNotOnePerKeyFrame() {
    times.begin();
    times.reached(START.plusSeconds(10));
    clock.set(START.minusSeconds(3600));
    assertThat(times.stepped(10L * Run.VIDEO_CLOCK)).isFalse();
    assertThat(times.stepped(10L * Run.VIDEO_CLOCK)).isTrue();
    assertThat(times.begin()).isEqualTo(START.plusSeconds(10));
    for (int second = 1; second < 10; second++) {
      clock.set(clock.instant().plus(Duration.ofSeconds(1)));
      assertThat(times.stepped((long) second * Run.VIDEO_CLOCK)).isFalse();
    }
  }
}
