package org.lynceus.event.dead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TestTransaction;

class DeadLetterServiceTest {
  private final List<AuditAct> acts = new ArrayList<>();
  private final Box box = new Box();
  private final DeadLetterService service = new DeadLetterService();
  private final DeadLetter known = letter("lynceus.device.event");
  private final DeadLetter stray = letter(null);

  /** A queue in memory. */
  private static final class Box implements DeadLetterBox {
    final Map<UUID, DeadLetter> letters = new LinkedHashMap<>();
    final List<DeadLetter> replayed = new ArrayList<>();

    @Override
    public List<DeadLetter> oldest(int most) {
      return letters.values().stream().limit(most).toList();
    }

    @Override
    public @Nullable DeadLetter find(UUID id) {
      return letters.get(id);
    }

    @Override
    public boolean replay(UUID id) {
      return replayed.add(letters.get(id)) && letters.remove(id) != null;
    }

    @Override
    public boolean drop(UUID id) {
      return letters.remove(id) != null;
    }
  }

  private static DeadLetter letter(@Nullable String from) {
    Instant at = Instant.parse("2026-11-23T12:00:00Z");
    return new DeadLetter(UUID.randomUUID(), from, at, "not a batch", 1, "{}", 2);
  }

  @BeforeEach
  void inject() {
    TestTransaction.inject(service, "box", box);
    TestTransaction.inject(service, "audit", new NotedAudit(acts));
    box.letters.put(known.id(), known);
    box.letters.put(stray.id(), stray);
  }

  @Test
  void oneIsReplayedOrDroppedAndItsBodyIsInTheAuditLog() {
    service.replay(known.id());
    service.drop(stray.id());
    assertThat(box.replayed).containsExactly(known);
    assertThat(service.letters()).isEmpty();
    assertThat(acts)
        .extracting(AuditAct::action)
        .containsExactly("event.message.replay", "event.message.drop");
    assertThat(acts).extracting(AuditAct::before).containsExactly(known, stray);
  }

  @Test
  void whatIsNotThereIsNotFoundAndNotNoted() {
    service.drop(known.id());
    assertThatThrownBy(() -> service.drop(known.id())).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> service.replay(known.id())).isInstanceOf(DomainException.class);
    assertThat(acts).hasSize(1);
  }

  @Test
  void oneOfUnknownOriginCannotBeReplayed() {
    assertThatThrownBy(() -> service.replay(stray.id())).hasMessageContaining("Nobody knows");
    assertThat(service.letters()).containsExactly(known, stray);
    assertThat(acts).isEmpty();
  }
}
