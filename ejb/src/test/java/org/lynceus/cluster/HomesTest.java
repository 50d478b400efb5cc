package org.lynceus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HomesTest {
  private static ClusterNode node(String name, boolean alive) {
    return new ClusterNode(name, Instant.EPOCH, Instant.EPOCH, alive, false, 0);
  }

  private static Homes seenBy(String self, boolean a, boolean b) {
    return Homes.of(self, List.of(node("a", a), node("b", b)));
  }

  @Test
  void aDeviceWithoutAHomeIsAnybodys() {
    assertThat(seenBy("a", true, true).wants(null)).isTrue();
    assertThat(seenBy("b", true, true).wants(null)).isTrue();
  }

  @Test
  void aDeviceIsLeftToItsHomeAsLongAsThatIsAlive() {
    assertThat(seenBy("b", true, true).wants("a")).isFalse();
    assertThat(seenBy("a", true, true).wants("a")).isTrue();
    assertThat(seenBy("b", false, true).wants("a")).isTrue();
  }

  @Test
  void aHomeThatWasNeverSeenIsAway() {
    assertThat(seenBy("b", true, true).wants("c")).isTrue();
  }

  @Property
  void somebodyAliveAlwaysWantsADevice(@ForAll boolean a, @ForAll boolean b, @ForAll boolean home) {
    if (a || b) {
      assertThat(
              Stream.of("a", "b")
                  .filter(self -> self.equals("a") ? a : b)
                  .anyMatch(self -> seenBy(self, a, b).wants(home ? "a" : "c")))
          .isTrue();
    }
  }
}
