package org.lynceus.media.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecodeTimesTest {
  @Example
  void withoutReorderingAFrameIsDecodedWhenItIsShown() {
    DecodeTimes times = new DecodeTimes(0, 0);
    for (long i = 0; i < 100; i++) {
      assertThat(times.next(i * 3600)).isEqualTo(i * 3600);
    }
  }

  @Property(tries = 500)
  void timesRiseAndAreNeverAfterTheTimeShown(
      @ForAll @IntRange(min = 1, max = 16) int depth, @ForAll long seed) {
    Random random = new Random(seed);
    List<Long> shown = new ArrayList<>();
    shown.add(0L);
    for (int group = 0; group < 20; group++) {
      int size = 1 + random.nextInt(depth + 1);
      long base = shown.size();
      shown.add((base + size - 1) * 3600);
      for (int i = 0; i < size - 1; i++) {
        shown.add((base + i) * 3600);
      }
    }
    DecodeTimes times = new DecodeTimes(1, 0);
    long last = -1;
    for (long time : shown) {
      long decoded = times.next(time);
      assertThat(decoded).isGreaterThan(last).isLessThanOrEqualTo(time);
      last = decoded;
    }
  }

  @Example
  void aStreamThatReordersMoreThanItSaidIsLearnt() {
    DecodeTimes times = new DecodeTimes(0, 0);
    long[] shown = {0, 12, 8, 4, 24, 20, 16, 36, 32, 28, 48, 44, 40};
    long last = -1;
    int late = 0;
    for (long time : shown) {
      long decoded = times.next(time * 900);
      assertThat(decoded).isGreaterThan(last);
      late += decoded > time * 900 ? 1 : 0;
      last = decoded;
    }
    assertThat(late).isLessThanOrEqualTo(2);
  }
}
