package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleChecksTest {
  private EventLoop loop;
  private IdleChecks checks;

  @BeforeEach
  void start() throws Exception {
    loop = new EventLoop("checks");
    loop.start();
    checks = new IdleChecks(loop);
  }

  @AfterEach
  void stop() {
    loop.close(Duration.ofSeconds(5));
  }

  private void onLoop(Runnable work) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    loop.execute(
        () -> {
          work.run();
          done.countDown();
        });
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void fewStreamsAreAskedAsOftenAsWishedAndManyAsOftenAsTheOthersLeave() throws Exception {
    Duration wished = Duration.ofSeconds(15);
    onLoop(
        () -> {
          for (int i = 0; i < 300; i++) {
            checks.joined();
          }
          assertThat(checks.period(wished)).isEqualTo(wished);
          for (int i = 300; i < 20_000; i++) {
            checks.joined();
          }
          assertThat(checks.period(wished)).isEqualTo(Duration.ofSeconds(800));
          for (int i = 0; i < 19_900; i++) {
            checks.left();
          }
          assertThat(checks.period(wished)).isEqualTo(wished);
        });
  }

  @Test
  void onlySomeRunAtOnceAndTheOthersFollowInTurn() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    onLoop(
        () -> {
          for (int i = 0; i < 100; i++) {
            checks.ask(() -> begun.incrementAndGet() > 0);
          }
        });
    assertThat(begun).hasValue(IdleChecks.AT_ONCE);
    onLoop(checks::ended);
    onLoop(() -> {});
    assertThat(begun).hasValue(IdleChecks.AT_ONCE + 1);
  }

  @Test
  void aCheckThatIsNotWantedAnyMoreTakesNoPlace() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    onLoop(
        () -> {
          for (int i = 0; i < 10_000; i++) {
            checks.ask(() -> false);
          }
          checks.ask(() -> begun.incrementAndGet() > 0);
        });
    assertThat(begun).hasValue(1);
  }
}
