package org.lynceus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

/** Two nodes on one PostgreSQL, each with a memory of its own, that pass devices to each other. */
class TwoNodesPersistenceTest {
  private final TestTransaction transaction = new TestTransaction();
  private final UUID camera = UUID.randomUUID();
  private final UUID picture = UUID.randomUUID();
  private final UUID dialled = UUID.randomUUID();
  private final Map<UUID, @Nullable String> homes = new HashMap<>();
  private final Node a = new Node("a");
  private final Node b = new Node("b");

  /** A process: its name, its memory and its clock. */
  private final class Node {
    final TestTransaction own = new TestTransaction();
    final LocalNode local = new LocalNode();
    final Ownership ownership = new Ownership();
    final NodeStore nodes = new NodeStore();
    final Set<String> unwritten = new HashSet<>();
    Instant now = Instant.parse("2026-11-23T12:00:00Z");

    Node(String name) {
      Clock clock =
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          };
      Settings settings = new Settings();
      TestTransaction.inject(settings, "node", name);
      TestTransaction.inject(local, "settings", settings);
      Ids ids = new Ids();
      TestTransaction.inject(ids, "clock", clock);
      TestTransaction.inject(local, "ids", ids);
      TestTransaction.inject(local, "clock", clock);
      LeaseStore leases = new LeaseStore();
      TestTransaction.inject(leases, "database", own.database());
      TestTransaction.inject(nodes, "database", own.database());
      TestTransaction.inject(ownership, "store", leases);
      TestTransaction.inject(ownership, "node", local);
      TestTransaction.inject(ownership, "clock", clock);
      local.start();
    }

    /** What the supervisor does in a round. */
    Set<String> round() throws Exception {
      now = now.plus(Duration.ofSeconds(1));
      return own.run(
          () -> {
            nodes.beat(local.name(), local.holder(), local.startedAt());
            Homes seen = Homes.of(local.name(), nodes.all());
            Set<String> first = new HashSet<>();
            Map<String, String> following = new HashMap<>();
            homes.forEach(
                (device, home) -> {
                  if (seen.wants(home)) {
                    first.add(Lease.ofDevice(device));
                  }
                });
            first.add(Lease.REGISTRATION);
            following.put(Lease.ofDevice(dialled), Lease.REGISTRATION);
            following.put(Lease.ofRecording(picture), Lease.ofDevice(camera));
            return ownership.keep(
                new Ownership.Wishes(first, following), r -> !unwritten.contains(r));
          });
    }

    boolean works() {
      return ownership.works(Lease.ofDevice(camera));
    }

    boolean records() {
      return ownership.works(Lease.ofRecording(picture));
    }
  }

  @BeforeEach
  void nobodyYet() throws Exception {
    transaction.execute("delete from lease");
    transaction.execute("delete from cluster_node");
    homes.put(camera, "a");
  }

  private void dies(String node) throws Exception {
    transaction.execute(
        "update cluster_node set seen_at = seen_at - interval '11 s' where name = '" + node + "'");
    transaction.execute(
        "update lease set expires_at = expires_at - interval '11 s' where node = '" + node + "'");
  }

  @Test
  void aDeviceIsDrivenByItsHomeWhoeverAsksFirst() throws Exception {
    a.round();
    b.round();
    assertThat(a.works() && a.records()).isTrue();
    assertThat(b.works() || b.records()).isFalse();
  }

  @Test
  void whenTheHomeDiesAnotherTakesDeviceAndRecordingAndGivesBothBackWhenItReturns()
      throws Exception {
    a.round();
    dies("a");
    assertThat(b.round()).contains(Lease.ofDevice(camera), Lease.ofRecording(picture));
    assertThat(b.works() && b.records()).isTrue();
    a.round();
    assertThat(a.works())
        .as("what was taken over is lost, and is not taken back by force")
        .isFalse();
    b.round();
    assertThat(b.works() || b.records()).as("stops at once").isFalse();
    assertThat(b.ownership.lease(Lease.ofRecording(picture)))
        .as("and keeps the right to write what it still has")
        .isNotNull();
    b.round();
    assertThat(b.ownership.lease(Lease.ofRecording(picture))).isNull();
    a.round();
    assertThat(a.works() && a.records()).isTrue();
  }

  @Test
  void nothingIsGivenBackBeforeTheLastWritesHavePassedButAtLastAfterAMinute() throws Exception {
    homes.put(camera, null);
    b.round();
    a.round();
    homes.put(camera, "a");
    b.unwritten.add(Lease.ofRecording(picture));
    for (int i = 0; i < 3; i++) {
      b.round();
      assertThat(b.ownership.lease(Lease.ofRecording(picture))).isNotNull();
      assertThat(b.ownership.lease(Lease.ofDevice(camera)))
          .as("the device goes last, so that its next node finds the recording free")
          .isNotNull();
      a.round();
      assertThat(a.works()).isFalse();
    }
    b.now = b.now.plus(Duration.ofMinutes(1));
    b.round();
    a.round();
    assertThat(a.works() && a.records()).isTrue();
  }

  @Test
  void aHomeThatMovesAndMovesBackWhileItIsWaitedForLosesNothing() throws Exception {
    a.round();
    b.round();
    homes.put(camera, "b");
    a.unwritten.add(Lease.ofRecording(picture));
    a.round();
    assertThat(a.works()).isFalse();
    homes.put(camera, "a");
    a.round();
    assertThat(a.works() && a.records()).isTrue();
  }

  @Test
  void theRecordingIsTakenOnlyByWhoDrivesTheDevice() throws Exception {
    homes.put(camera, null);
    a.round();
    transaction.execute("delete from lease where resource like 'recording/%'");
    b.round();
    assertThat(b.ownership.lease(Lease.ofRecording(picture))).isNull();
    a.round();
    assertThat(a.records()).isTrue();
  }

  @Test
  void ofTwoThatTakeADeviceAtOnceOneHasIt() throws Exception {
    homes.put(camera, "gone");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 40; i++) {
        transaction.execute("delete from lease");
        Future<Set<String>> one = both.submit(a::round);
        Future<Set<String>> other = both.submit(b::round);
        one.get();
        other.get();
        assertThat(a.works()).isNotEqualTo(b.works());
        assertThat(a.records()).isEqualTo(a.works());
        assertThat(b.records()).isEqualTo(b.works());
      }
    } finally {
      both.shutdown();
    }
  }

  @Test
  void theListenerPassesToTheOtherNodeWithTheDevicesThatDialIn() throws Exception {
    a.round();
    b.round();
    assertThat(a.ownership.works(Lease.REGISTRATION)).isTrue();
    assertThat(a.ownership.works(Lease.ofDevice(dialled))).isTrue();
    assertThat(b.ownership.works(Lease.REGISTRATION)).isFalse();
    dies("a");
    b.round();
    assertThat(b.ownership.works(Lease.REGISTRATION)).isTrue();
    assertThat(b.ownership.works(Lease.ofDevice(dialled))).isTrue();
    a.round();
    assertThat(a.ownership.works(Lease.REGISTRATION)).as("it stays where it is").isFalse();
    assertThat(a.ownership.works(Lease.ofDevice(dialled))).isFalse();
  }

  @Test
  void nodesAreListedWithWhatTheyDriveAndWhetherTheyAreAlive() throws Exception {
    a.round();
    b.round();
    dies("b");
    assertThat(transaction.run(this::nodes))
        .extracting(ClusterNode::name, ClusterNode::alive, ClusterNode::devices)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", true, 2),
            org.assertj.core.groups.Tuple.tuple("b", false, 0));
    NodeStore store = new NodeStore();
    TestTransaction.inject(store, "database", transaction.database());
    assertThat(transaction.run(() -> store.driving(Set.of(camera, UUID.randomUUID()))))
        .isEqualTo(Map.of(camera, "a"));
  }

  @Test
  void aNodeThatStopsSaysSoUntilItIsBackAndOnlyForItself() throws Exception {
    a.round();
    b.round();
    a.own.run(() -> leave(a, a.local.holder()));
    b.own.run(() -> leave(b, "b/an earlier process"));
    assertThat(transaction.run(this::nodes))
        .extracting(ClusterNode::left)
        .containsExactly(true, false);
    a.round();
    assertThat(transaction.run(this::nodes)).noneMatch(ClusterNode::left);
  }

  @Test
  void onlyANodeThatIsGoneCanBeForgottenAndOneThatReturnsIsKnownAgain() throws Exception {
    a.round();
    b.round();
    dies("b");
    NodeStore store = new NodeStore();
    TestTransaction.inject(store, "database", transaction.database());
    List<AuditAct> audited = new ArrayList<>();
    NodeService service = new NodeService();
    TestTransaction.inject(service, "store", store);
    TestTransaction.inject(service, "audit", new NotedAudit(audited));
    assertThatThrownBy(() -> forget(service, "a")).hasMessageContaining("a few seconds ago");
    assertThatThrownBy(() -> forget(service, "c")).hasMessage("There is no such node.");
    forget(service, "b");
    assertThat(transaction.run(this::nodes)).extracting(ClusterNode::name).containsExactly("a");
    assertThat(audited).extracting(AuditAct::action).containsExactly("system.node.forget");
    b.round();
    assertThat(transaction.run(this::nodes))
        .extracting(ClusterNode::name)
        .containsExactly("a", "b");
  }

  private boolean forget(NodeService service, String name) throws Exception {
    return transaction.run(
        () -> {
          service.forget(name);
          return true;
        });
  }

  private static boolean leave(Node node, String holder) {
    node.nodes.leave(node.local.name(), holder);
    return true;
  }

  private java.util.List<ClusterNode> nodes() {
    NodeStore store = new NodeStore();
    TestTransaction.inject(store, "database", transaction.database());
    return store.all();
  }
}
