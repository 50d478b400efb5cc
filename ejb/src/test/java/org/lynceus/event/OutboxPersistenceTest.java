package org.lynceus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.shared.TestTransaction.inject;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeStore;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

/** News of one transaction, and the nodes that are to hear of it. */
class OutboxPersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private final TestTransaction transaction = new TestTransaction();

  @BeforeEach
  @AfterEach
  void empty() throws Exception {
    transaction.execute("delete from outbox");
    transaction.execute("delete from cluster_node");
  }

  /** The outbox as a node sees it at a time. */
  private Outbox of(String name, Instant now) {
    Settings settings = new Settings();
    inject(settings, "node", name);
    LocalNode node = new LocalNode();
    inject(node, "settings", settings);
    NodeStore nodes = new NodeStore();
    inject(nodes, "database", transaction.database());
    Outbox outbox = new Outbox();
    inject(outbox, "database", transaction.database());
    inject(outbox, "clock", Clock.fixed(now, ZoneOffset.UTC));
    inject(outbox, "nodes", nodes);
    inject(outbox, "node", node);
    return outbox;
  }

  private void node(String name, String seen, String left) throws Exception {
    transaction.execute(
        "insert into cluster_node (name, holder, started_at, seen_at, left_at) values ('%s', 'x/1',"
                .formatted(name)
            + " now(), now() - interval '%s', %s)".formatted(seen, left));
  }

  private void add(String body) throws Exception {
    transaction.run(
        () -> {
          of("a", NOON).add("news", body);
          return null;
        });
  }

  /** The texts that a node relays. */
  private List<String> relayed(String node) throws Exception {
    List<Outbox.Message> sent = new ArrayList<>();
    transaction.run(() -> of(node, NOON).relay(sent::add));
    return sent.stream().map(Outbox.Message::body).toList();
  }

  private boolean waits(String node) throws Exception {
    return transaction.run(() -> of(node, NOON).waits());
  }

  @Test
  void whatTheSenderRefusedStays() throws Exception {
    add("1");
    assertThatThrownBy(
            () ->
                transaction.run(
                    () ->
                        of("a", NOON)
                            .relay(
                                message -> {
                                  throw new IllegalStateException("broker away");
                                })))
        .hasMessage("broker away");
    assertThat(waits("a")).isTrue();
    assertThat(relayed("a")).containsExactly("1");
    assertThat(waits("a")).isFalse();
    assertThat(relayed("a")).isEmpty();
  }

  @Test
  void everyNodeThatIsAliveHearsAllOnceAndInOrderWhoeverRelaysItFirst() throws Exception {
    node("a", "1 s", "null");
    node("b", "1 s", "null");
    node("c", "1 s", "null");
    add("1");
    add("2");
    assertThat(relayed("b")).containsExactly("1", "2");
    add("3");
    assertThat(relayed("a")).containsExactly("1", "2", "3");
    assertThat(relayed("b")).containsExactly("3");
    assertThat(relayed("c")).containsExactly("1", "2", "3");
    assertThat(transaction.count("select count(*) from outbox")).isZero();
  }

  @Test
  void nothingIsKeptForNodesThatWentOrWereStopped() throws Exception {
    node("a", "1 s", "null");
    node("silent", "1 min", "null");
    node("stopped", "1 s", "now()");
    add("1");
    assertThat(relayed("a")).containsExactly("1");
    assertThat(transaction.count("select count(*) from outbox")).isZero();
  }

  @Test
  void whatANodeThatWentNeverHeardIsForgottenAndWhatNobodyHeardIsNot() throws Exception {
    node("a", "1 s", "null");
    node("b", "1 s", "null");
    add("1");
    relayed("a");
    add("2");
    transaction.run(
        () -> {
          of("a", NOON.plusSeconds(3_599)).forget();
          return null;
        });
    assertThat(waits("b")).isTrue();
    transaction.run(
        () -> {
          of("a", NOON.plusSeconds(3_601)).forget();
          return null;
        });
    assertThat(relayed("b")).containsExactly("2");
  }
}
