package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.device.TestVault;
import org.lynceus.media.Credentials;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TestTransaction;

class BatchStorePersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestTransaction transaction = new TestTransaction();
  private final BatchStore store = new BatchStore();
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void add() throws Exception {
    TestTransaction.inject(store, "database", transaction.database());
    TestTransaction.inject(store, "vault", TestVault.vault());
    BatchOrder order =
        new BatchOrder(BatchAct.CREDENTIALS, "admin", "secret", null, null, null, null);
    run(
        () ->
            store.add(
                id,
                order,
                "anna",
                NOON,
                List.of(
                    item(1, BatchState.WAITING),
                    item(2, BatchState.FAILED),
                    item(3, BatchState.WAITING))));
  }

  private static BatchItem item(int number, BatchState state) {
    return new BatchItem(
        number,
        UUID.randomUUID(),
        "Device " + number,
        state,
        state == BatchState.FAILED ? new Reason("no-right", "No.") : null);
  }

  private void run(Runnable work) throws Exception {
    transaction.run(
        () -> {
          work.run();
          return true;
        });
  }

  private DeviceBatch batch() throws Exception {
    return Objects.requireNonNull(transaction.run(() -> store.find(id)));
  }

  @Test
  void eachWaitingDeviceIsTakenOnce() throws Exception {
    assertThat(Objects.requireNonNull(transaction.run(() -> store.take(id))).number()).isEqualTo(1);
    assertThat(Objects.requireNonNull(transaction.run(() -> store.take(id))).number()).isEqualTo(3);
    assertThat(transaction.run(() -> store.take(id))).isNull();
  }

  @Test
  void endsAreCountedAndKeepTheirReason() throws Exception {
    transaction.run(() -> store.take(id));
    run(() -> store.ended(id, 1, null));
    run(() -> store.ended(id, 3, null));
    assertThat(batch().done()).as("only what was taken can end").isEqualTo(1);
    assertThat(batch().failed()).isEqualTo(1);
    run(() -> store.giveUp(id, BatchState.WAITING, new Reason("cancelled", "Cancelled.")));
    assertThat(transaction.run(() -> store.items(id, 1, 10)))
        .extracting(BatchItem::reason)
        .containsExactly(new Reason("no-right", "No."), new Reason("cancelled", "Cancelled."));
  }

  @Test
  void thePasswordIsSealedAndGoes() throws Exception {
    assertThat(transaction.run(() -> store.credentials(id)))
        .isEqualTo(new Credentials("admin", "secret"));
    run(() -> store.forgetSecret(id));
    assertThat(transaction.run(() -> store.credentials(id))).isNull();
  }
}
