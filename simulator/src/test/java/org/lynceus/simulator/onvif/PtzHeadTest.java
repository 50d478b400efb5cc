package org.lynceus.simulator.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.lynceus.simulator.onvif.PtzHead.Position;

class PtzHeadTest {
  /** A clock that stands still between steps. */
  private static final class Steps extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Steps clock = new Steps();
  private final PtzHead head = new PtzHead(clock);

  @Test
  void aMoveEndsAtItsTimeoutAtAStopOrAtTheEdge() {
    head.move(new Position(1, -0.5, 0), Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(3));
    assertThat(head.position().pan()).isCloseTo(0.5, within(1e-9));
    assertThat(head.position().tilt()).isCloseTo(-0.25, within(1e-9));
    assertThat(head.moving()).isFalse();
    head.move(new Position(-1, 0, 0), Duration.ofSeconds(60));
    clock.pass(Duration.ofSeconds(1));
    head.stop();
    clock.pass(Duration.ofSeconds(5));
    assertThat(head.position().pan()).isCloseTo(0, within(1e-9));
    head.move(new Position(0, 0, 1), Duration.ofSeconds(60));
    clock.pass(Duration.ofSeconds(30));
    assertThat(head.position().zoom()).isEqualTo(1);
  }

  @Test
  void presetsAreKeptReplacedAndForgotten() {
    head.go(new Position(0.3, 0.2, 0.1));
    String gate = head.keep("", "Gate");
    head.go(new Position(-1, -1, 1));
    assertThat(head.goTo(gate)).isTrue();
    assertThat(head.position()).isEqualTo(new Position(0.3, 0.2, 0.1));
    assertThat(head.keep(gate, "Front gate")).isEqualTo(gate);
    assertThat(head.presets().get(gate).name()).isEqualTo("Front gate");
    assertThat(head.forget(gate)).isTrue();
    assertThat(head.goTo(gate)).isFalse();
  }
}
