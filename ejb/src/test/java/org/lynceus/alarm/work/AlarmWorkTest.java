package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.shared.TestTransaction.inject;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class AlarmWorkTest {
  private final AlarmWork work = new AlarmWork();
  private int rounds;

  private void eachRound(BooleanSupplier events) {
    inject(
        work,
        "step",
        new AlarmStep() {
          @Override
          public boolean events(int limit) {
            rounds++;
            return events.getAsBoolean();
          }
        });
  }

  @Test
  void aWakeUpThatComesWhileARoundEndsIsFollowedByAnotherRound() {
    eachRound(
        () -> {
          if (rounds == 1) {
            work.wake();
          }
          return false;
        });
    work.wake();
    assertThat(rounds).isEqualTo(2);
    work.wake();
    assertThat(rounds).isEqualTo(3);
  }

  @Test
  void afterAnyFailureTheNextWakeUpWorksAgain() {
    eachRound(
        () -> {
          if (rounds == 1) {
            throw new StackOverflowError();
          }
          return false;
        });
    assertThatThrownBy(work::wake).isInstanceOf(StackOverflowError.class);
    work.wake();
    assertThat(rounds).isEqualTo(2);
  }
}
