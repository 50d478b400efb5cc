package org.lynceus.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LogLimitTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void linesBeyondTheBoundAreCountedAndTheNextOneTellsHowMany() {
    LogLimit limit = new LogLimit(2, Duration.ofMinutes(1));
    assertThat(limit.line(0)).hasValue(0);
    assertThat(limit.line(SECOND)).hasValue(0);
    assertThat(limit.line(2 * SECOND)).isEmpty();
    assertThat(limit.line(59 * SECOND)).isEmpty();
    assertThat(limit.line(60 * SECOND)).hasValue(2);
    assertThat(limit.line(61 * SECOND)).hasValue(0);
    assertThat(limit.line(62 * SECOND)).isEmpty();
  }

  @Property
  void noPeriodHasMoreLinesThanTwiceTheBoundAndNoneIsForgotten(
      @ForAll List<@LongRange(min = 0, max = 30_000) Long> waits) {
    LogLimit limit = new LogLimit(5, Duration.ofSeconds(10));
    List<Long> written = new ArrayList<>();
    long now = Long.MAX_VALUE - 100_000;
    int told = 0;
    int pending = 0;
    for (long wait : waits) {
      now += wait * 1_000_000;
      OptionalInt line = limit.line(now);
      if (line.isPresent()) {
        written.add(now);
        assertThat(line.getAsInt()).isEqualTo(pending);
        told += pending + 1;
        pending = 0;
      } else {
        pending++;
      }
    }
    assertThat(told + pending).isEqualTo(waits.size());
    for (int i = 10; i < written.size(); i++) {
      assertThat(written.get(i) - written.get(i - 10)).isGreaterThanOrEqualTo(10 * SECOND);
    }
  }

  @Test
  void failuresThatComeAllTheTimeFillNoLog() {
    List<String> lines = new ArrayList<>();
    long[] now = {0};
    LimitedLog log = new LimitedLog(new ListLogger(lines), () -> now[0]);
    for (int i = 0; i < 1000; i++) {
      log.log(System.Logger.Level.WARNING, "failed", new IllegalStateException());
      now[0] += SECOND / 10;
    }
    assertThat(lines).hasSize(20).element(10).isEqualTo("failed (590 such lines were left out)");
  }

  /** Keeps what is logged. */
  private record ListLogger(List<String> lines) implements System.Logger {
    @Override
    public String getName() {
      return "list";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, java.util.ResourceBundle bundle, String text, Throwable thrown) {
      lines.add(text);
    }

    @Override
    public void log(Level level, java.util.ResourceBundle bundle, String text, Object... values) {
      lines.add(text);
    }
  }
}
