package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void aWakeUpDuringARoundIsFollowedByOneMoreRound() {
    Rounds[] rounds = new Rounds[1];
    rounds[0] =
        new Rounds(
            () -> {
              done.add("round");
              if (done.size() == 1) {
                rounds[0].wake();
                rounds[0].wake();
              }
            });
    rounds[0].wake();
    assertThat(done).hasSize(2);
    rounds[0].wake();
    assertThat(done).hasSize(3);
  }

  @Test
  void aRoundThatFailsDoesNotKeepTheNextFromWorking() {
    Rounds rounds =
        new Rounds(
            () -> {
              done.add("round");
              if (done.size() == 1) {
                throw new IllegalStateException("first");
              }
            });
    assertThatThrownBy(rounds::wake).hasMessage("first");
    rounds.wake();
    assertThat(done).hasSize(2);
  }
}
