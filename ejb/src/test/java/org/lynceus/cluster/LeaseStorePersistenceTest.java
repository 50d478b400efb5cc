package org.lynceus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class LeaseStorePersistenceTest {
  private final TestTransaction transaction = new TestTransaction();
  private final LeaseStore store = new LeaseStore();
  private final String camera = Lease.ofDevice(UUID.randomUUID());

  @BeforeEach
  void inject() {
    TestTransaction.inject(store, "database", transaction.database());
  }

  private List<Lease> claim(String holder, String node) throws Exception {
    return transaction.run(() -> store.claim(List.of(camera), holder, node));
  }

  private void runOut() throws Exception {
    transaction.execute(
        "update lease set expires_at = now() - interval '1 s' where resource = '" + camera + "'");
  }

  @Test
  void aFreeResourceIsTakenWithEpochOne() throws Exception {
    assertThat(claim("a/1", "a")).containsExactly(new Lease(camera, "a/1", 1));
  }

  @Test
  void aHeldResourceIsNotTakenByAnotherNode() throws Exception {
    claim("a/1", "a");
    assertThat(claim("b/1", "b")).isEmpty();
  }

  @Test
  void aLeaseThatRanOutIsTakenOverWithTheNextEpoch() throws Exception {
    claim("a/1", "a");
    runOut();
    assertThat(claim("b/1", "b")).containsExactly(new Lease(camera, "b/1", 2));
  }

  @Test
  void aRestartedNodeTakesItsOwnLeaseAtOnce() throws Exception {
    claim("a/1", "a");
    assertThat(claim("a/2", "a")).containsExactly(new Lease(camera, "a/2", 2));
  }

  @Test
  void aLeaseThatRanOutAndNobodyTookIsKeptByRenewing() throws Exception {
    claim("a/1", "a");
    runOut();
    assertThat(transaction.run(() -> store.renew("a/1"))).contains(new Lease(camera, "a/1", 1));
    assertThat(claim("b/1", "b")).isEmpty();
  }

  @Test
  void aLeaseThatWasTakenOverDoesNotStandAnyMore() throws Exception {
    Lease first = claim("a/1", "a").get(0);
    assertThat(transaction.run(() -> store.standing(List.of(first)))).isEqualTo(Set.of(camera));
    runOut();
    claim("b/1", "b");
    assertThat(transaction.run(() -> store.standing(List.of(first)))).isEmpty();
    assertThat(transaction.run(() -> store.renew("a/1"))).doesNotContain(first);
  }

  @Test
  void onlyTheHolderGivesBack() throws Exception {
    claim("a/1", "a");
    transaction.run(
        () -> {
          store.release(List.of(camera), "b/1");
          return null;
        });
    assertThat(claim("b/1", "b")).isEmpty();
    transaction.run(
        () -> {
          store.release(List.of(camera), "a/1");
          return null;
        });
    assertThat(claim("b/1", "b")).hasSize(1);
  }
}
