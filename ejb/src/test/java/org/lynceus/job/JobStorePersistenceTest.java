package org.lynceus.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.cluster.LocalNode;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TestTransaction;

class JobStorePersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestTransaction transaction = new TestTransaction();
  private final JobStore store = new JobStore();
  private final String node = "node-" + UUID.randomUUID();

  @BeforeEach
  void inject() {
    TestTransaction.inject(store, "database", transaction.database());
    TestTransaction.inject(store, "clock", Clock.fixed(NOON, ZoneOffset.UTC));
    TestTransaction.inject(
        store,
        "node",
        new LocalNode() {
          @Override
          public String name() {
            return node;
          }
        });
  }

  private UUID queued(int second) throws Exception {
    UUID id = UUID.randomUUID();
    transaction.execute(
        "insert into job (id, kind, title, node, state, request, unit, by_user, created_at) values"
            + " ('"
            + id
            + "', 'EXPORT', 'Gate', '"
            + node
            + "', 'QUEUED', '{}', 'BYTES', 'anna',"
            + " timestamptz '2026-11-22 11:00:00Z' + interval '"
            + second
            + " s')");
    return id;
  }

  private Job claim() throws Exception {
    return Objects.requireNonNull(transaction.run(store::claim));
  }

  @Test
  void theOldestIsClaimedFirstAndEachOnce() throws Exception {
    UUID second = queued(2);
    UUID first = queued(1);
    assertThat(claim().id()).isEqualTo(first);
    assertThat(claim().id()).isEqualTo(second);
    assertThat(transaction.run(store::claim)).isNull();
  }

  @Test
  void whatRanWhenTheProcessEndedWaitsAgainAndTheOldAttemptMayNotWrite() throws Exception {
    UUID id = queued(1);
    Job old = claim();
    assertThat(transaction.run(() -> store.requeueLost(List.of(id)))).isZero();
    assertThat(transaction.run(() -> store.requeueLost(List.of()))).isEqualTo(1);
    Job again = claim();
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.attempt()).isGreaterThan(old.attempt());
    assertThat(transaction.run(() -> store.progress(old, 1, 2))).isFalse();
    assertThat(transaction.run(() -> store.progress(again, 1, 2))).isTrue();
    transaction.run(
        () -> {
          store.fail(old, new Reason("late", "too late"));
          return true;
        });
    assertThat(state(id)).isEqualTo(1);
  }

  @Test
  void aPausedJobTellsItsWorkToStop() throws Exception {
    UUID id = queued(1);
    Job job = claim();
    transaction.execute("update job set state = 'PAUSED' where id = '" + id + "'");
    assertThat(transaction.run(() -> store.progress(job, 1, 2))).isFalse();
    transaction.run(
        () -> {
          store.succeed(job, JobState.SUCCEEDED, null);
          return true;
        });
    assertThat(
            transaction.count(
                "select count(*) from job where id = '" + id + "' and state = 'PAUSED'"))
        .isEqualTo(1);
  }

  private long state(UUID id) throws Exception {
    return transaction.count(
        "select count(*) from job where id = '" + id + "' and state = 'RUNNING'");
  }
}
