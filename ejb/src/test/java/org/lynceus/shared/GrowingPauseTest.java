package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofMinutes(5));

  @Test
  void doublesWithEachFailureUpToTheLongest() {
    assertThat(PAUSE.after(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(PAUSE.after(4)).isEqualTo(Duration.ofSeconds(16));
    assertThat(PAUSE.after(9)).isEqualTo(Duration.ofMinutes(5));
  }

  @Property
  void isSpreadByAQuarterHoweverOftenItFailed(
      @ForAll int failures, @ForAll @DoubleRange(min = 0, max = 1) double dice) {
    Duration pause = PAUSE.after(failures);
    assertThat(pause).isBetween(Duration.ofSeconds(2), Duration.ofMinutes(5));
    assertThat(PAUSE.after(failures, dice))
        .isBetween(pause.multipliedBy(3).dividedBy(4), pause.multipliedBy(5).dividedBy(4));
  }
}
