package org.lynceus.event.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lynceus.cluster.ClusterNode;

class NodeLossTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static ClusterNode node(String name, boolean alive, boolean left) {
    return new ClusterNode(name, Instant.EPOCH, Instant.EPOCH, alive, left, 0);
  }

  @Test
  void aSilentNodeIsLostUnlessItSaidGoodbye() {
    assertThat(
            NodeLoss.judge(
                List.of(
                    node("here", true, false),
                    node("stopped", false, true),
                    node("silent", false, false)),
                LONG))
        .containsExactly(entry("here", false), entry("silent", true), entry("stopped", false));
  }

  @Test
  void whoHasJustBegunToWatchSaysNothingOfTheSilent() {
    assertThat(
            NodeLoss.judge(
                List.of(node("here", true, false), node("silent", false, false)),
                Duration.ofSeconds(9)))
        .containsExactly(entry("here", false));
  }

  @Test
  void aNodeThatSaidGoodbyeAndIsStillSeenIsThere() {
    assertThat(NodeLoss.judge(List.of(node("stopping", true, true)), LONG))
        .containsExactly(entry("stopping", false));
  }

  @Property
  void nobodyIsLostWhoIsAliveOrLeftOrBeforeItIsSure(
      @ForAll boolean alive, @ForAll boolean left, @ForAll @IntRange(max = 20) int seconds) {
    Boolean lost =
        NodeLoss.judge(List.of(node("a", alive, left)), Duration.ofSeconds(seconds)).get("a");
    if (alive || left) {
      assertThat(lost).isFalse();
    } else if (seconds < 10) {
      assertThat(lost).isNull();
    } else {
      assertThat(lost).isTrue();
    }
  }
}
