package org.lynceus.alarm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.shared.TestTransaction.inject;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.scheme.ActionLane;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.alarm.work.AlarmsOfTests;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.PostgresServer;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.TestRights;

class ActionQueuePersistenceTest {
  private static final UUID CAMERA = new UUID(9, 9);
  private AlarmsOfTests alarms;
  private final ActionQueue queue = new ActionQueue();
  private final AlarmActionService service = new AlarmActionService();
  private final AlarmQueries queries = new AlarmQueries();

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
    alarms.transaction.execute("delete from alarm_action");
    inject(queue, "database", alarms.transaction.database());
    inject(queue, "clock", alarms.clock);
    inject(queries, "database", alarms.transaction.database());
    TestRights rights = new TestRights();
    inject(queries, "rights", rights);
    inject(service, "database", alarms.transaction.database());
    inject(service, "alarms", queries);
    inject(service, "news", alarms.news);
    inject(service, "audit", new NotedAudit(alarms.audited));
    inject(service, "rights", rights);
    inject(service, "clock", alarms.clock);
  }

  private UUID raise(SchemeAction... actions) {
    AlarmScheme scheme =
        alarms.scheme(SchemesOfTests.with(draft(0, 0, 0, "RETENTION_SHORT"), actions));
    assertThat(alarms.in(() -> alarms.schemeQueries.scheme(scheme.id())).rule().actions())
        .containsExactly(actions);
    alarms.happen(event(RETENTION_SHORT, "v" + scheme.id(), alarms.now().minusSeconds(5)));
    return alarms.in(
        () ->
            alarms
                .transaction
                .database()
                .first(
                    "select id from alarm where scheme_id = ?",
                    row -> row.getObject(1, UUID.class),
                    scheme.id()));
  }

  /** The next one of any lane. */
  private Claimed claim(String holder) {
    return Arrays.stream(ActionLane.values())
        .map(lane -> alarms.in(() -> queue.claim(lane, holder)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private boolean finish(Claimed claimed, ActionOutcome outcome) {
    return alarms.in(
        () ->
            queue.finish(
                claimed,
                ActionRule.after(
                    claimed.kind(),
                    claimed.attempts(),
                    claimed.begins(),
                    outcome,
                    alarms.now(),
                    0.5)));
  }

  private List<AlarmAction> actions(UUID alarm) {
    return alarms.in(() -> service.actions(alarm));
  }

  @Test
  void raisingAnAlarmWritesOneRowForEachActionAndLookingAgainNoMore() {
    UUID alarm = raise(AlarmsForActions.notify(0, false), AlarmsForActions.notify(5, true));
    alarms.tick();
    assertThat(actions(alarm)).extracting(AlarmAction::number).containsExactly(1, 2);
    assertThat(actions(alarm)).extracting(AlarmAction::state).containsOnly(ActionState.PENDING);
    assertThat(actions(alarm).get(1).due()).isEqualTo(alarms.now().plusSeconds(300));
    assertThat(claim("a/1").number()).isEqualTo(1);
    assertThat(claim("a/1")).isNull();
    alarms.at(alarms.now().plusSeconds(300));
    assertThat(claim("a/1").number()).isEqualTo(2);
  }

  @Test
  void oneActionThatFailsStopsNoOther() {
    UUID alarm =
        raise(AlarmsForActions.webhook("http://a/1"), AlarmsForActions.webhook("http://a/2"));
    Claimed first = claim("a/1");
    assertThat(finish(first, ActionOutcome.failed("refused", "No."))).isTrue();
    Claimed second = claim("a/1");
    assertThat(finish(second, ActionOutcome.done())).isTrue();
    assertThat(actions(alarm))
        .extracting(AlarmAction::state)
        .containsExactlyInAnyOrder(ActionState.FAILED, ActionState.DONE);
  }

  @Test
  void aLaneGivesOnlyWhatWaitsForTheSame() {
    raise(
        AlarmsForActions.webhook("http://a/1"),
        AlarmsForActions.notify(0, false),
        AlarmsForActions.output(CAMERA, "1", 30));
    assertThat(alarms.in(() -> queue.claim(ActionLane.MAIL, "a/1"))).isNull();
    assertThat(alarms.in(() -> queue.claim(ActionLane.CENTER, "a/1")).number()).isEqualTo(2);
    assertThat(alarms.in(() -> queue.claim(ActionLane.CENTER, "a/1"))).isNull();
    assertThat(alarms.in(() -> queue.claim(ActionLane.DEVICE, "a/1")).number()).isEqualTo(3);
    assertThat(alarms.in(() -> queue.claim(ActionLane.WEB, "a/1")).number()).isEqualTo(1);
  }

  /** Two nodes claim in transactions that overlap: each action has one winner. */
  @Test
  void twoNodesNeverClaimTheSameAction() throws Exception {
    UUID alarm =
        raise(
            AlarmsForActions.webhook("http://a/1"),
            AlarmsForActions.webhook("http://a/2"),
            AlarmsForActions.webhook("http://a/3"));
    Set<Integer> taken = new HashSet<>();
    try (Connection one = PostgresServer.database().getConnection();
        Connection other = PostgresServer.database().getConnection()) {
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      List<ActionQueue> nodes = new ArrayList<>();
      for (Connection connection : List.of(one, other)) {
        ActionQueue node = new ActionQueue();
        inject(node, "database", TestTransaction.database(connection));
        inject(node, "clock", alarms.clock);
        nodes.add(node);
      }
      Claimed of1 = nodes.get(0).claim(ActionLane.WEB, "a/1");
      Claimed of2 = nodes.get(1).claim(ActionLane.WEB, "b/1");
      Claimed again = nodes.get(0).claim(ActionLane.WEB, "a/1");
      assertThat(nodes.get(1).claim(ActionLane.WEB, "b/1")).isNull();
      for (Claimed claimed : List.of(of1, of2, again)) {
        assertThat(claimed.alarm()).isEqualTo(alarm);
        taken.add(claimed.number());
      }
      one.commit();
      other.commit();
    }
    assertThat(taken).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(claim("c/1")).isNull();
  }

  @Test
  void ofAProcessThatWentWhatMayBeRepeatedIsDoneAgainAndTheRestFailsAndIsEnded() throws Exception {
    UUID alarm =
        raise(
            AlarmsForActions.webhook("http://a/1"),
            AlarmsForActions.mail("a@example.org"),
            AlarmsForActions.output(CAMERA, "1", 30));
    List<Claimed> claimed = List.of(claim("a/1"), claim("a/1"), claim("a/1"));
    assertThat(alarms.in(() -> queue.takeBack("b/7", "b"))).isZero();
    alarms.transaction.execute("update alarm_action set until_at = now() - interval '1 second'");
    assertThat(alarms.in(() -> queue.takeBack("b/7", "b"))).isEqualTo(3);
    List<AlarmAction> after = actions(alarm);
    assertThat(after).extracting(AlarmAction::number).containsExactly(1, 2, 3, 1003);
    assertThat(after)
        .extracting(AlarmAction::state)
        .containsExactly(
            ActionState.PENDING, ActionState.FAILED, ActionState.FAILED, ActionState.PENDING);
    assertThat(after.get(1).reason().text()).contains("nobody knows whether it was done");
    for (Claimed late : claimed) {
      assertThat(finish(late, ActionOutcome.done())).isFalse();
    }
    assertThat(claim("b/7").number()).isEqualTo(1);
  }

  @Test
  void anEarlierProcessOfTheSameNodeIsKnownToHaveGone() {
    raise(AlarmsForActions.webhook("http://a/1"));
    Claimed before = claim("node1/old");
    assertThat(alarms.in(() -> queue.takeBack("node10/x", "node10"))).isZero();
    assertThat(alarms.in(() -> queue.takeBack("node1/new", "node1"))).isEqualTo(1);
    Claimed again = claim("node1/new");
    assertThat(again.number()).isEqualTo(before.number());
    assertThat(again.attempts()).isEqualTo(2);
  }

  @Test
  void whatIsSwitchedOnIsSwitchedOffSomeSecondsLaterOnce() {
    UUID alarm = raise(AlarmsForActions.output(CAMERA, "1", 30));
    finish(claim("a/1"), ActionOutcome.done());
    assertThat(claim("a/1")).isNull();
    alarms.at(alarms.now().plusSeconds(30));
    Claimed off = claim("a/1");
    assertThat(off.number()).isEqualTo(1001);
    finish(off, ActionOutcome.done());
    assertThat(actions(alarm)).hasSize(2);
  }

  @Test
  void mailsOfTheSameActionAreClaimedTogether() {
    SchemeAction mail = AlarmsForActions.mail("a@example.org");
    UUID alarm = raise(mail);
    String scheme = schemeOf(alarm);
    alarms.happen(event(RETENTION_SHORT, "x" + scheme, alarms.now().minusSeconds(5)));
    alarms.happen(event(RETENTION_SHORT, "y" + scheme, alarms.now().minusSeconds(5)));
    Claimed first = claim("a/1");
    assertThat(alarms.in(() -> queue.claimAlike(first)))
        .hasSize(2)
        .extracting(Claimed::action)
        .containsOnly(mail);
    assertThat(claim("a/1")).isNull();
  }

  private String schemeOf(UUID alarm) {
    return alarms.in(() -> queries.alarms(List.of(alarm))).stream()
        .map(Alarm::schemeId)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  @Test
  void whatFailedIsTriedAgainByHandAndThatIsAudited() {
    UUID alarm = raise(AlarmsForActions.webhook("http://a/1"));
    finish(claim("a/1"), ActionOutcome.failed("refused", "No."));
    assertThat(claim("a/1")).isNull();
    alarms.audited.clear();
    assertThat(alarms.in(() -> service.again(alarm, 1)).state()).isEqualTo(ActionState.PENDING);
    assertThat(alarms.audited).extracting(AuditAct::action).containsExactly("alarm.action.again");
    assertThat(claim("a/1").attempts()).isEqualTo(1);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> alarms.in(() -> service.again(alarm, 1)))
        .hasMessageContaining("Only what failed");
  }

  @Test
  void whatIsShelvedIsLeftOutFromTheBeginning() throws Exception {
    UUID alarm = raise(AlarmsForActions.notify(0, false));
    String scheme = schemeOf(alarm);
    alarms.transaction.execute(
        "insert into alarm_shelf (id, scheme_id, name, reason, by_user, begins_at, ends_at) values"
            + " (gen_random_uuid(), '"
            + scheme
            + "', 'x', 'x', 'x', '2026-01-01', '2126-01-01')");
    alarms.happen(event(RETENTION_SHORT, "s" + scheme, alarms.now().minusSeconds(5)));
    assertThat(
            alarms.count(
                "select count(*) from alarm_action where state = 'SKIPPED' and code = 'shelved'"
                    + " and scheme_id = '"
                    + scheme
                    + "'"))
        .isEqualTo(1);
    alarms.transaction.execute("delete from alarm_shelf where scheme_id = '" + scheme + "'");
  }
}
