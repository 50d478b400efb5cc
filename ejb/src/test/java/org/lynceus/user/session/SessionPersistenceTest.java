package org.lynceus.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestEvents;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.Caller;
import org.lynceus.user.CurrentCaller;
import org.lynceus.user.NetworkRange;
import org.lynceus.user.TestRights;

class SessionPersistenceTest {
  private final List<Object> facts = Collections.synchronizedList(new ArrayList<>());
  private final List<AuditAct> noted = Collections.synchronizedList(new ArrayList<>());
  private final CurrentCaller current = new CurrentCaller();
  private final TestClock clock = new TestClock();
  private @Nullable Caller above;
  private @Nullable NetworkRange from;
  private final Node node = new Node("node1");

  /** A clock that a test moves. */
  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

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

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  /** One node of the center: its own transactions and its own memory. */
  private final class Node {
    final TestTransaction transaction = new TestTransaction();
    final SessionStore store = new SessionStore();
    final SessionService service = new SessionService();
    final SessionQueries queries = new SessionQueries();
    final Sessions sessions = new Sessions();

    Node(String name) {
      Ids ids = new Ids();
      TestTransaction.inject(ids, "clock", Clock.systemUTC());
      TestTransaction.inject(store, "database", transaction.database());
      Settings settings =
          new Settings() {
            @Override
            public String node() {
              return name;
            }
          };
      for (Object bean : new Object[] {service, queries}) {
        TestTransaction.inject(bean, "store", store);
        TestTransaction.inject(bean, "clock", clock);
      }
      TestTransaction.inject(service, "settings", settings);
      TestTransaction.inject(service, "ids", ids);
      TestTransaction.inject(service, "current", current);
      TestTransaction.inject(service, "ended", TestEvents.into(facts));
      TestTransaction.inject(
          service,
          "rights",
          new TestRights() {
            @Override
            public void requireNotAbove(Caller other) {
              if (other.equals(above)) {
                throw new DomainException(org.lynceus.shared.ProblemType.FORBIDDEN, "above");
              }
            }
          });
      TestTransaction.inject(service, "audit", new NotedAudit(noted));
      SessionService inTransactions =
          new SessionService() {
            @Override
            public Begun begin(SeenSession seen) {
              return in(() -> service.begin(seen));
            }

            @Override
            public void seen(Map<SeenSession, Instant> seen) {
              in(
                  () -> {
                    service.seen(seen);
                    return 0;
                  });
            }
          };
      TestTransaction.inject(sessions, "service", inTransactions);
      TestTransaction.inject(sessions, "store", store);
      TestTransaction.inject(sessions, "clock", clock);
      TestTransaction.inject(
          sessions,
          "rights",
          new TestRights() {
            @Override
            public boolean mayComeFrom(Caller caller, @Nullable String address) {
              return from == null || from.contains(address);
            }
          });
    }

    <T> T in(Callable<T> work) {
      try {
        return transaction.run(work);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    SessionService.Begun begin(String sid, String user) {
      return in(() -> service.begin(seen(sid, user)));
    }

    @Nullable SessionEnd ended(String sid) {
      return in(() -> store.bySid(sid)).ended();
    }

    List<String> online() {
      return in(() -> queries.inUse(100, null)).items().stream().map(UserSession::sid).toList();
    }

    /** What the timer does each second. */
    void look() {
      in(
          () -> {
            sessions.refresh();
            return 0;
          });
    }
  }

  private static SeenSession seen(String sid, String user) {
    return SeenSession.of(
        sid, new Caller(user, Set.of("lynceus-user"), Set.of()), "192.0.2.7", "curl/8.5");
  }

  private void account(String user, boolean many) throws Exception {
    node.transaction.execute(
        "insert into account (id, username, many_sessions, created_at, version) values ('%s', '%s', %s, '%s', 1)"
            .formatted(UUID.randomUUID(), user, many, clock.instant()));
  }

  @AfterEach
  void clear() throws Exception {
    node.transaction.execute("delete from user_session; delete from account");
  }

  @Test
  void aSessionIsListedWhileItIsSeenAndComesBackAfterSigningOut() {
    node.begin("s1", "anna");
    clock.pass(Duration.ofMinutes(1));
    node.begin("s2", "ben");
    assertThat(node.online()).containsExactly("s2", "s1");
    node.in(
        () -> {
          node.service.leave("s2");
          return 0;
        });
    assertThat(node.online()).containsExactly("s1");
    node.begin("s2", "ben");
    assertThat(node.online()).containsExactly("s2", "s1");
    clock.pass(SessionQueries.IN_USE);
    assertThat(node.online()).containsExactly("s2");
  }

  @Test
  void theSignInBeforeIsToldWithItsAddressUnlessTheNameWasAnothersThen() throws Exception {
    Instant first = clock.instant();
    assertThat(node.begin("s1", "anna").before()).isNull();
    node.begin("s2", "ben");
    clock.pass(Duration.ofHours(2));
    assertThat(node.begin("s3", "anna").before()).isEqualTo(new LastSignIn(first, "192.0.2.7"));
    clock.pass(Duration.ofDays(1));
    account("anna", true);
    assertThat(node.begin("s4", "anna").before()).isNull();
  }

  @Test
  void ofAnAccountThatMaySignInOnceTheNewestSignInStays() throws Exception {
    account("anna", false);
    node.begin("s1", "anna");
    clock.pass(Duration.ofHours(1));
    node.begin("s2", "Anna");
    assertThat(node.ended("s1")).isEqualTo(SessionEnd.ELSEWHERE);
    assertThat(node.ended("s2")).isNull();
    assertThat(facts).containsExactly(new SessionsEnded(Set.of("s1"), SessionEnd.ELSEWHERE));
    assertThat(noted).extracting(AuditAct::action).containsExactly("user.session.replace");
    assertThat(node.begin("s1", "anna").refused()).isEqualTo(SessionEnd.ELSEWHERE);
    assertThat(node.begin("s2", "anna").refused()).isNull();
    assertThat(node.ended("s2")).isNull();
  }

  @Test
  void othersAndProgramsStayWhenOneSignsInElsewhere() throws Exception {
    account("anna", false);
    account("ben", true);
    node.begin("b1", "ben");
    node.begin("b2", "ben");
    node.in(() -> node.service.begin(SeenSession.of(null, seen("", "anna").caller(), null, null)));
    node.begin("s1", "anna");
    assertThat(node.online()).containsExactlyInAnyOrder("b1", "b2", "program:anna", "s1");
  }

  @Test
  void ofTwoSignInsAtTheSameMomentOnTwoNodesExactlyOneStays() throws Exception {
    account("anna", false);
    Node other = new Node("node2");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 40; round++) {
        String first = "a" + round;
        String second = "b" + round;
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<?>> done = new ArrayList<>();
        done.add(both.submit(() -> start.await() < 0 ? null : node.begin(first, "anna")));
        done.add(both.submit(() -> start.await() < 0 ? null : other.begin(second, "anna")));
        for (Future<?> one : done) {
          one.get(20, TimeUnit.SECONDS);
        }
        assertThat(node.online()).as("round %s", round).hasSize(1);
        assertThat(node.online().get(0)).isIn(first, second);
      }
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void aSessionEndedOnOneNodeIsRefusedOnTheOtherAtItsNextLook() {
    Node other = new Node("node2");
    assertThat(other.in(() -> other.sessions.admit(seen("s1", "anna")))).isNull();
    UUID id = node.in(() -> node.store.bySid("s1")).id();
    node.in(() -> node.service.end(id, "left the house"));
    assertThat(noted).last().extracting(AuditAct::reason).isEqualTo("left the house");
    assertThat(other.sessions.stillOpen("s1")).isNull();
    other.look();
    assertThat(other.sessions.stillOpen("s1")).isEqualTo(SessionEnd.KICKED);
    assertThat(other.sessions.admit(seen("s1", "anna"))).isEqualTo(SessionEnd.KICKED);
    Node restarted = new Node("node2");
    assertThat(restarted.in(() -> restarted.sessions.admit(seen("s1", "anna"))))
        .isEqualTo(SessionEnd.KICKED);
  }

  @Test
  void whatEndedWhileTheDatabaseWasAwayIsReadWhenItIsBack() throws Exception {
    node.in(() -> node.sessions.admit(seen("s1", "anna")));
    node.sessions.refresh(); // without a transaction there is no connection
    assertThat(node.sessions.admit(seen("s1", "anna"))).isNull();
    node.transaction.execute(
        "update user_session set ended_why = 'KICKED', ended_at = now() - interval '1 hour'");
    node.look();
    assertThat(node.sessions.stillOpen("s1")).isNull();
    clock.pass(Duration.ofHours(1));
    node.look();
    assertThat(node.sessions.stillOpen("s1")).isEqualTo(SessionEnd.KICKED);
  }

  @Test
  void aSessionThatBeganWithoutTheDatabaseIsLetInAndStoredLater() {
    Node cut = new Node("node3");
    cut.look();
    TestTransaction.inject(
        cut.sessions,
        "service",
        new SessionService() {
          @Override
          public Begun begin(SeenSession seen) {
            throw new org.lynceus.shared.DatabaseException(new java.sql.SQLException("away"));
          }
        });
    assertThat(cut.sessions.admit(seen("s1", "anna"))).isNull();
    assertThat(node.online()).isEmpty();
    TestTransaction.inject(
        cut.sessions,
        "service",
        new SessionService() {
          @Override
          public Begun begin(SeenSession seen) {
            return cut.in(() -> cut.service.begin(seen));
          }
        });
    cut.sessions.note();
    assertThat(node.online()).containsExactly("s1");
  }

  @Test
  void useIsNotedEveryHalfMinuteNotOncePerRequest() {
    Instant begun = clock.instant();
    node.in(() -> node.sessions.admit(seen("s1", "anna")));
    clock.pass(Duration.ofSeconds(10));
    assertThat(node.sessions.admit(seen("s1", "anna"))).isNull();
    node.sessions.note();
    assertThat(node.in(() -> node.store.bySid("s1")).seenAt()).isEqualTo(begun);
    clock.pass(Duration.ofSeconds(25));
    assertThat(node.sessions.stillOpen("s1")).isNull();
    node.sessions.note();
    assertThat(node.in(() -> node.store.bySid("s1")).seenAt()).isEqualTo(clock.instant());
  }

  @Test
  void nobodyEndsHisOwnSessionAProgramOrAMightierUser() {
    node.begin("s1", "anna");
    node.begin("s2", "boss");
    node.in(() -> node.service.begin(SeenSession.of(null, seen("", "robot").caller(), null, null)));
    current.set(seen("s1", "anna").caller(), "s1");
    above = seen("s2", "boss").caller();
    for (String sid : List.of("s1", "s2", "program:robot")) {
      UUID id = node.in(() -> node.store.bySid(sid)).id();
      assertThatThrownBy(() -> node.in(() -> node.service.end(id, null)))
          .as(sid)
          .isInstanceOf(DomainException.class);
    }
    assertThatThrownBy(() -> node.in(() -> node.service.end(UUID.randomUUID(), null)))
        .hasMessageContaining("no such session");
    assertThat(node.online()).hasSize(3);
    assertThat(noted).isEmpty();
  }

  @Test
  void whoComesFromAnotherNetworkIsRefusedUntilHeIsBackAndSignsNobodyOut() throws Exception {
    account("anna", false);
    node.in(() -> node.sessions.admit(seen("s1", "anna")));
    from = NetworkRange.of("10.0.0.0/8");
    assertThat(node.sessions.stillOpen("s1")).isEqualTo(SessionEnd.NETWORK);
    assertThat(node.sessions.admit(seen("s1", "anna"))).isEqualTo(SessionEnd.NETWORK);
    assertThat(node.sessions.admit(seen("s2", "anna"))).isEqualTo(SessionEnd.NETWORK);
    assertThat(node.online()).containsExactly("s1");
    from = NetworkRange.of("192.0.2.0/24");
    assertThat(node.sessions.stillOpen("s1")).isNull();
    assertThat(node.sessions.admit(seen("s1", "anna"))).isNull();
  }

  @Test
  void whatTheClientSaysOfItselfIsCutAndCleaned() {
    SeenSession seen =
        SeenSession.of("s1", Caller.NOBODY, "192.0.2.7", "a\r\nb" + "x".repeat(1000));
    assertThat(seen.agent()).hasSize(300).startsWith("a  b");
    assertThat(SeenSession.of("x".repeat(300), Caller.NOBODY, null, null).program()).isTrue();
  }
}
