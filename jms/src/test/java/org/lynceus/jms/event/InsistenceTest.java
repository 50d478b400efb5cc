package org.lynceus.jms.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.DatabaseException;

class InsistenceTest {
  private static final RuntimeException AWAY =
      new DatabaseException(new SQLException("refused", "08001"));
  private static final RuntimeException WRONG =
      new DatabaseException(new SQLException("too long", "22001"));

  private final Insistence insistence = new Insistence(new Random(7));

  @Test
  void whatFailsByItselfIsBuriedAtTheFifthTry() {
    for (int i = 1; i < Insistence.TRIES; i++) {
      assertThat(insistence.after(WRONG, Duration.ZERO)).isEqualTo(Insistence.Next.AGAIN);
    }
    assertThat(insistence.after(WRONG, Duration.ZERO)).isEqualTo(Insistence.Next.BURY);
  }

  @Property
  void anOutageNeverBuries(@ForAll @IntRange(max = 40) int seconds) {
    Insistence.Next next = new Insistence(new Random(7)).after(AWAY, Duration.ofSeconds(seconds));
    assertThat(next).isEqualTo(seconds < 20 ? Insistence.Next.AGAIN : Insistence.Next.GIVE_BACK);
  }

  @Test
  void failuresOfAnOutageDoNotCountAsItsOwn() {
    for (int i = 0; i < 50; i++) {
      insistence.after(AWAY, Duration.ZERO);
    }
    assertThat(insistence.after(WRONG, Duration.ZERO)).isEqualTo(Insistence.Next.AGAIN);
  }

  @Property
  void pausesStayBetweenATenthOfASecondAndThree(@ForAll @IntRange(min = 1, max = 60) int failures) {
    Insistence many = new Insistence(new Random(failures));
    for (int i = 0; i < failures; i++) {
      many.after(AWAY, Duration.ZERO);
    }
    assertThat(many.pause()).isBetween(100L, 3_000L);
  }
}
