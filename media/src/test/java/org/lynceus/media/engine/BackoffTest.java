package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;

class BackoffTest {
  private static final Fault AWAY = new Fault(FaultCode.REFUSED, "away");
  private final Backoff backoff = new Backoff(EngineOptions.defaults(), new Random(3));

  @Test
  void aShortOutageIsAskedForEveryFewHundredMilliseconds() {
    assertThat(backoff.hurries()).isFalse();
    Duration outage = Duration.ZERO;
    for (int i = 0; i < 30; i++) {
      Duration wait = backoff.next(AWAY);
      assertThat(wait).isBetween(Duration.ofMillis(400), Duration.ofMillis(500));
      outage = outage.plus(wait);
    }
    assertThat(backoff.hurries()).isTrue();
    assertThat(outage).isGreaterThan(Duration.ofSeconds(10));
    backoff.reset();
    assertThat(backoff.hurries()).isFalse();
  }

  @Test
  void waitsDifferSoThatCamerasDoNotComeAllAtOnce() {
    backoff.next(AWAY);
    backoff.next(AWAY);
    assertThat(backoff.next(AWAY)).isNotEqualTo(backoff.next(AWAY));
  }

  @Test
  void aRejectedPasswordIsLeftAloneForLong() {
    Fault rejected = new Fault(FaultCode.UNAUTHORIZED, "no");
    assertThat(backoff.next(rejected)).isEqualTo(EngineOptions.defaults().unauthorizedWait());
  }
}
