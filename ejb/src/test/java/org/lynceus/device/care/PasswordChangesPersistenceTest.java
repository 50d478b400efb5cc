package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.device.DeviceService;
import org.lynceus.device.TestVault;
import org.lynceus.device.Vault;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TestTransaction;

class PasswordChangesPersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestTransaction transaction = new TestTransaction();
  private final Vault vault = TestVault.vault();
  private final PasswordChanges changes = new PasswordChanges();
  private final UUID device = UUID.randomUUID();
  private final List<String> taken = new ArrayList<>();

  @BeforeEach
  void add() throws Exception {
    TestTransaction.inject(changes, "database", transaction.database());
    TestTransaction.inject(changes, "vault", vault);
    at(NOON);
    TestTransaction.inject(
        changes,
        "devices",
        new DeviceService() {
          @Override
          public void setPasswordOrdered(UUID id, byte[] sealed, String orderedBy) {
            taken.add(vault.open(id, sealed) + " by " + orderedBy);
          }
        });
    transaction.execute(
        "insert into device (id, name, url, created_at, version) values ('"
            + device
            + "', 'Gate', 'http://10.0.0.1/', now(), 1)");
    run(() -> changes.propose(device, "fresh", "anna"));
  }

  @AfterEach
  void remove() throws Exception {
    transaction.execute("delete from device where id = '" + device + "'");
  }

  private void at(Instant now) {
    TestTransaction.inject(changes, "clock", Clock.fixed(now, ZoneOffset.UTC));
  }

  private void run(Runnable work) throws Exception {
    transaction.run(
        () -> {
          work.run();
          return true;
        });
  }

  private boolean due(Duration later) throws Exception {
    at(NOON.plus(later));
    return transaction.run(changes::due).contains(device);
  }

  @Test
  void aCandidateLiesSealedUntilItIsTaken() throws Exception {
    assertThat(
            transaction.count(
                "select count(*) from device_password_change where device_id = '"
                    + device
                    + "' and position(convert_to('fresh', 'UTF8') in candidate) > 0"))
        .isZero();
    run(() -> changes.take(Objects.requireNonNull(changes.pending(device))));
    assertThat(taken).containsExactly("fresh by anna");
    assertThat(transaction.run(() -> changes.pending(device))).isNull();
  }

  @Test
  void aSecondCandidateWaitsForTheFirst() {
    assertThatThrownBy(() -> run(() -> changes.propose(device, "other", "bert")))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void itIsDueAFewTimesFurtherAndFurtherApart() throws Exception {
    assertThat(due(Duration.ofSeconds(59))).isFalse();
    assertThat(due(Duration.ofMinutes(1))).isTrue();
    assertThat(due(Duration.ofMinutes(10))).isFalse();
    assertThat(due(Duration.ofMinutes(11))).isTrue();
    assertThat(due(Duration.ofMinutes(30))).isFalse();
    assertThat(due(Duration.ofMinutes(31))).isTrue();
    assertThat(due(Duration.ofDays(9))).as("then a person decides").isFalse();
    assertThat(transaction.run(changes::unsettled)).contains(device);
  }
}
