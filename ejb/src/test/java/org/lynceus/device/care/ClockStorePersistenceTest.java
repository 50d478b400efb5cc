package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class ClockStorePersistenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private final TestTransaction transaction = new TestTransaction();
  private final ClockStore store = new ClockStore();

  @BeforeEach
  void inject() {
    TestTransaction.inject(store, "database", transaction.database());
  }

  private void set(boolean enabled, LocalDate lastRun) throws Exception {
    transaction.run(
        () -> {
          store.set(new ClockSchedule(enabled, LocalTime.of(3, 30), 2), lastRun);
          return true;
        });
  }

  private boolean takes(LocalDate day, int hour) throws Exception {
    return transaction.run(() -> store.takeRun(day, LocalTime.of(hour, 0)));
  }

  @Test
  void aRunIsTakenOnceADayFromItsHourOn() throws Exception {
    set(true, TODAY.minusDays(1));
    assertThat(takes(TODAY, 3)).isFalse();
    assertThat(takes(TODAY, 4)).isTrue();
    assertThat(takes(TODAY, 5)).isFalse();
    assertThat(takes(TODAY.plusDays(1), 4)).isTrue();
    set(false, TODAY.minusDays(1));
    assertThat(takes(TODAY, 4)).isFalse();
    assertThat(transaction.run(store::schedule))
        .isEqualTo(new ClockSchedule(false, LocalTime.of(3, 30), 2));
  }

  @Test
  void theClockOfADeviceThatIsGoneIsNotKept() throws Exception {
    UUID gone = UUID.randomUUID();
    assertThat(
            transaction.run(
                () -> {
                  store.keep(gone, 9_000, Instant.parse("2026-11-22T12:00:00Z"), true);
                  return store.clock(gone);
                }))
        .isNull();
  }
}
