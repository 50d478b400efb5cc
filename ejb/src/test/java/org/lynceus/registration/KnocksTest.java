package org.lynceus.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who knocked without being expected. */
class KnocksTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final Knocks knocks = new Knocks();

  @Test
  void theNewestComesFirstAndTimesAreCounted() {
    knocks.add("a", "IPC", "10.0.0.1", NOON);
    knocks.add("b", "", "10.0.0.2", NOON);
    knocks.add("a", "IPC", "10.0.0.3", NOON.plusSeconds(1));
    assertThat(knocks.all())
        .containsExactly(
            new Knock("a", "IPC", "10.0.0.3", NOON.plusSeconds(1), 2),
            new Knock("b", "", "10.0.0.2", NOON, 1));
    knocks.forget("a");
    assertThat(knocks.all()).extracting(Knock::id).containsExactly("b");
  }

  @Test
  void onlySoManyAreKept() {
    for (int i = 0; i < 500; i++) {
      knocks.add("id" + i, "", "10.0.0.1", NOON);
    }
    assertThat(knocks.all()).hasSize(Knocks.MOST);
    assertThat(knocks.all().get(0).id()).isEqualTo("id499");
  }
}
