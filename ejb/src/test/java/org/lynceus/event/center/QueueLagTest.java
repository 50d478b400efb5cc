package org.lynceus.event.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QueueLagTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final QueueLag lag = new QueueLag();

  private Duration look(int second, long waiting, long added) {
    return lag.note(NOON.plusSeconds(second), new QueueFigures(waiting, added));
  }

  @Test
  void aMessageThatStaysIsAsOldAsTheFirstLookThatCountedIt() {
    look(0, 0, 7);
    assertThat(look(10, 1, 8)).isZero();
    assertThat(look(60, 1, 8)).hasSeconds(50);
    assertThat(lag.lags()).isFalse();
    assertThat(look(70, 1, 8)).hasSeconds(60);
    assertThat(lag.lags()).isTrue();
  }

  @Test
  void aBusyQueueDoesNotLagHoweverManyWait() {
    for (int i = 0; i < 100; i++) {
      look(10 * i, 5_000, 5_000L * (i + 1));
      assertThat(lag.lags()).isFalse();
    }
  }

  @Test
  void itLagsUntilTheOldestIsYoungAgain() {
    look(0, 10, 10);
    look(60, 20, 20);
    assertThat(lag.lags()).isTrue();
    look(80, 15, 30);
    assertThat(lag.lags()).as("the oldest came between 0 and 60, counted at 60").isTrue();
    look(90, 5, 30);
    assertThat(lag.lags()).as("the oldest was counted at 80").isFalse();
  }

  @Test
  void anEmptyQueueDoesNotLag() {
    look(0, 3, 3);
    look(100, 3, 3);
    assertThat(lag.lags()).isTrue();
    assertThat(look(110, 0, 3)).isZero();
    assertThat(lag.lags()).isFalse();
  }

  @Test
  void whatTheBrokerStillHadWhenItStartedCountsFromTheFirstLookOn() {
    look(0, 40, 0);
    assertThat(look(60, 45, 5)).hasSeconds(60);
    assertThat(lag.lags()).isTrue();
    assertThat(look(70, 5, 5)).as("those that came since").hasSeconds(10);
  }

  @Test
  void aBrokerThatStartedAnewIsLookedAtAnew() {
    look(0, 1, 1000);
    look(70, 1, 1000);
    assertThat(lag.lags()).isTrue();
    assertThat(look(80, 1, 2)).isZero();
    assertThat(lag.lags()).isFalse();
  }

  /** At each look so many were taken since the last one, and so many have just come. */
  @Property
  void itIsTheAgeOfTheOldestAsLooksTellIt(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> come,
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> taken,
      @ForAll @IntRange(min = 1, max = 30) int pause) {
    QueueLag any = new QueueLag();
    Deque<Integer> queue = new ArrayDeque<>();
    long added = 0;
    for (int i = 0; i < Math.min(come.size(), taken.size()); i++) {
      int now = i * pause;
      for (int n = 0; n < taken.get(i) && !queue.isEmpty(); n++) {
        queue.removeFirst();
      }
      for (int n = 0; n < come.get(i); n++) {
        queue.addLast(now);
      }
      added += come.get(i);
      Duration told = any.note(NOON.plusSeconds(now), new QueueFigures(queue.size(), added));
      long real = queue.isEmpty() ? 0 : now - queue.getFirst();
      assertThat(told).hasSeconds(real);
    }
  }
}
