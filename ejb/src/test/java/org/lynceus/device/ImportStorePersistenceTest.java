package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TestTransaction;

class ImportStorePersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID SITE = new UUID(0, 77);

  private final TestTransaction transaction = new TestTransaction();
  private final ImportStore store = new ImportStore();
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void add() throws Exception {
    TestTransaction.inject(store, "database", transaction.database());
    TestTransaction.inject(store, "vault", TestVault.vault());
    run(
        () ->
            store.add(
                id,
                "site.csv",
                List.of("Name", "Address"),
                "anna",
                NOON,
                List.of(line(1, "secret"), line(2, null), line(3, "secret")),
                Map.of(3, new Reason("duplicate-row", "An earlier row has the same address.")),
                Map.of(1, SITE)));
  }

  private static ImportLine line(int number, @Nullable String password) {
    String name = "Device " + number;
    return new ImportLine(
        number,
        name,
        "http://10.0.0." + number,
        null,
        null,
        "admin",
        password,
        null,
        number == 1 ? "east" : null,
        List.of(name));
  }

  private void run(Runnable work) throws Exception {
    transaction.run(
        () -> {
          work.run();
          return true;
        });
  }

  private long passwords() throws Exception {
    return transaction.count(
        "select count(*) from device_import_row where password is not null and import_id = '"
            + id
            + "'");
  }

  @Test
  void eachGoodRowIsTakenOnceWithItsPasswordAndSite() throws Exception {
    ImportLine first = Objects.requireNonNull(transaction.run(() -> store.take(id)));
    assertThat(first.password()).isEqualTo("secret");
    assertThat(first.site()).isEqualTo(SITE.toString());
    assertThat(first.homeNode()).isEqualTo("east");
    ImportLine second = Objects.requireNonNull(transaction.run(() -> store.take(id)));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.site()).isNull();
    assertThat(transaction.run(() -> store.take(id))).isNull();
    assertThat(transaction.run(() -> store.sites(id))).isEmpty();
  }

  @Test
  void aPasswordGoesAsSoonAsItsRowWasTried() throws Exception {
    assertThat(passwords()).as("of the good rows only").isEqualTo(1);
    transaction.run(() -> store.take(id));
    run(() -> store.tried(id, 1, null, new Reason("unauthorized", "Wrong.")));
    assertThat(passwords()).isZero();
    DeviceImport now = Objects.requireNonNull(transaction.run(() -> store.find(id)));
    assertThat(now.totals()).isEqualTo(new ImportTotals(1, 1, 0, 0, 1));
  }

  @Test
  void whatIsGivenUpIsNeverTakenAndComesBackAsAFile() throws Exception {
    run(() -> store.giveUp(id, new Reason("cancelled", "Cancelled."), ImportState.READY));
    assertThat(transaction.run(() -> store.take(id))).isNull();
    assertThat(passwords()).isZero();
    assertThat(transaction.run(() -> store.failed(id)))
        .containsExactly(
            List.of("Device 1", "Cancelled."),
            List.of("Device 2", "Cancelled."),
            List.of("Device 3", "An earlier row has the same address."));
  }

  @Test
  void aJobIsRememberedOnce() throws Exception {
    assertThat(transaction.run(() -> store.started(id, UUID.randomUUID()))).isTrue();
    assertThat(transaction.run(() -> store.started(id, UUID.randomUUID()))).isFalse();
  }
}
