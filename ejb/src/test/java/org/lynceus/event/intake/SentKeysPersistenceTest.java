package org.lynceus.event.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.Ids;
import org.lynceus.shared.TestTransaction;

class SentKeysPersistenceTest {
  private final TestTransaction transaction = new TestTransaction();
  private final SentKeys keys = new SentKeys();
  private final String sender = "anna-" + UUID.randomUUID();

  @BeforeEach
  void inject() throws Exception {
    Ids ids = new Ids();
    TestTransaction.inject(ids, "clock", Clock.systemUTC());
    TestTransaction.inject(keys, "database", transaction.database());
    TestTransaction.inject(keys, "ids", ids);
    TestTransaction.inject(keys, "clock", Clock.systemUTC());
  }

  private Map<String, SentKeys.Key> keys(String by, String... own) throws Exception {
    return transaction.run(() -> keys.keys(by, List.of(own)));
  }

  @Test
  void theSameIdOfTheSameSenderIsTheSameEvent() throws Exception {
    Map<String, SentKeys.Key> first = keys(sender, "b", "a", "b");
    assertThat(first).hasSize(2);
    assertThat(first.values()).noneMatch(SentKeys.Key::known);
    assertThat(first.get("a").uid()).isNotEqualTo(first.get("b").uid());

    Map<String, SentKeys.Key> second = keys(sender, "a", "c");
    assertThat(second.get("a")).isEqualTo(new SentKeys.Key(first.get("a").uid(), true));
    assertThat(second.get("c").known()).isFalse();
  }

  @Test
  void theSameIdOfAnotherSenderIsAnother() throws Exception {
    UUID annas = keys(sender, "1").get("1").uid();
    assertThat(keys("other-" + sender, "1").get("1"))
        .satisfies(key -> assertThat(key.known()).isFalse())
        .satisfies(key -> assertThat(key.uid()).isNotEqualTo(annas));
  }
}
