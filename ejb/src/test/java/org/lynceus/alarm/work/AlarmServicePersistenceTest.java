package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.shared.TestTransaction.inject;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmAct;
import org.lynceus.alarm.AlarmBulk;
import org.lynceus.alarm.AlarmFilter;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.AlarmHistoryEntry;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.AlarmQueue;
import org.lynceus.alarm.AlarmService;
import org.lynceus.alarm.Shelf;
import org.lynceus.alarm.ShelfService;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.user.Caller;
import org.lynceus.user.Role;
import org.lynceus.user.TestRights;

class AlarmServicePersistenceTest {
  private AlarmsOfTests alarms;
  private final AlarmQueries queries = new AlarmQueries();
  private final AlarmService service = new AlarmService();
  private final ShelfService shelves = new ShelfService();
  private String me = "anna";

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
    TestRights rights =
        new TestRights() {
          @Override
          public Caller caller() {
            return new Caller(me, Set.of(), Set.of());
          }

          @Override
          public List<Role> roles() {
            return List.of();
          }
        };
    inject(queries, "database", alarms.transaction.database());
    inject(queries, "rights", rights);
    inject(service, "database", alarms.transaction.database());
    inject(service, "queries", queries);
    inject(service, "news", alarms.news);
    inject(service, "audit", new NotedAudit(alarms.audited));
    inject(service, "rights", rights);
    inject(service, "clock", alarms.clock);
    inject(shelves, "database", alarms.transaction.database());
    inject(shelves, "queries", queries);
    inject(shelves, "audit", new NotedAudit(alarms.audited));
    inject(shelves, "rights", rights);
    inject(shelves, "clock", alarms.clock);
    Ids ids = new Ids();
    inject(ids, "clock", alarms.clock);
    inject(shelves, "ids", ids);
  }

  private Alarm raise() {
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "RETENTION_SHORT"));
    alarms.happen(event(RETENTION_SHORT, "v", alarms.now().minusSeconds(5)));
    return list(AlarmQueue.ALL).stream()
        .filter(alarm -> alarm.schemeId().equals(scheme.id()))
        .findFirst()
        .orElseThrow();
  }

  private List<Alarm> list(AlarmQueue queue) {
    return alarms.in(
        () -> queries.page(new AlarmFilter(queue, null, null, null, null), 1000, null).items());
  }

  private Alarm act(Alarm alarm, AlarmAct.Kind kind, String comment) {
    return alarms.in(() -> service.act(alarm.id(), new AlarmAct(kind, comment, null)));
  }

  @Test
  void anAlarmIsClaimedResolvedAndReopenedAndEachStepIsKeptAndAudited() {
    Alarm alarm = raise();
    assertThat(list(AlarmQueue.OPEN)).extracting(Alarm::id).contains(alarm.id());
    alarms.audited.clear();
    assertThat(act(alarm, AlarmAct.Kind.CLAIM, null).owner()).isEqualTo("anna");
    assertThat(list(AlarmQueue.OPEN)).extracting(Alarm::id).doesNotContain(alarm.id());
    assertThat(list(AlarmQueue.MINE)).extracting(Alarm::id).contains(alarm.id());
    Alarm closed = act(alarm, AlarmAct.Kind.FALSE_ALARM, "A cat.");
    assertThat(closed.handling()).isEqualTo(AlarmHandling.FALSE_ALARM);
    assertThat(closed.handledBy()).isEqualTo("anna");
    act(alarm, AlarmAct.Kind.REOPEN, null);
    assertThat(alarms.in(() -> queries.history(alarm.id())))
        .extracting(AlarmHistoryEntry::act)
        .containsExactly("RAISED", "CLAIM", "FALSE_ALARM", "REOPEN");
    assertThat(alarms.audited)
        .extracting(AuditAct::action)
        .containsExactly("alarm.claim", "alarm.false", "alarm.reopen");
    assertThat(alarms.audited.get(1).reason()).isEqualTo("A cat.");
  }

  @Test
  void whatAnotherHasIsRefusedWithHisNameAndChangesNothing() {
    Alarm alarm = raise();
    act(alarm, AlarmAct.Kind.CLAIM, null);
    me = "bert";
    assertThatThrownBy(() -> act(alarm, AlarmAct.Kind.CLAIM, null))
        .isInstanceOf(DomainException.class)
        .hasMessage("anna has this alarm.");
    assertThat(act(alarm, AlarmAct.Kind.TAKE_OVER, null).owner()).isEqualTo("bert");
  }

  @Test
  void ofManyEachIsDoneOnItsOwn() {
    Alarm free = raise();
    Alarm annas = raise();
    act(annas, AlarmAct.Kind.CLAIM, null);
    me = "bert";
    AlarmBulk bulk = new AlarmBulk();
    inject(
        bulk,
        "service",
        new AlarmService() {
          @Override
          public Alarm actAlone(UUID id, AlarmAct act) {
            return alarms.in(() -> service.act(id, act));
          }
        });
    List<AlarmBulk.Done> done =
        bulk.act(
            List.of(free.id(), annas.id(), free.id()),
            new AlarmAct(AlarmAct.Kind.RESOLVE, null, null));
    assertThat(done).hasSize(2);
    assertThat(done.get(0).problem()).isNull();
    assertThat(done.get(1).problem()).hasMessage("anna has this alarm.");
    assertThat(list(AlarmQueue.RESOLVED)).extracting(Alarm::id).contains(free.id());
    assertThat(list(AlarmQueue.ACKNOWLEDGED)).extracting(Alarm::id).contains(annas.id());
  }

  @Test
  void nobodyIsGivenAnAlarmWhoWasNeverHere() {
    Alarm alarm = raise();
    assertThatThrownBy(
            () ->
                alarms.in(
                    () ->
                        service.act(
                            alarm.id(), new AlarmAct(AlarmAct.Kind.FORWARD, null, "nobody"))))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void aResolvedAlarmThatGoesOnIsOpenAgainAndAnIgnoredOneIsNot() {
    for (AlarmAct.Kind kind : List.of(AlarmAct.Kind.RESOLVE, AlarmAct.Kind.IGNORE)) {
      AlarmScheme scheme = alarms.scheme(draft(60, 0, 0, "RETENTION_SHORT"));
      alarms.happen(event(RETENTION_SHORT, "g" + kind, alarms.now().minusSeconds(5)));
      Alarm alarm =
          list(AlarmQueue.OPEN).stream()
              .filter(one -> one.schemeId().equals(scheme.id()))
              .findFirst()
              .orElseThrow();
      act(alarm, kind, "Seen.");
      alarms.at(alarms.now().plusSeconds(20));
      alarms.happen(event(RETENTION_SHORT, "g" + kind, alarms.now().minusSeconds(1)));
      Alarm after = alarms.in(() -> queries.alarm(alarm.id()));
      assertThat(after.occurrences()).isEqualTo(2);
      assertThat(after.handling())
          .isEqualTo(kind == AlarmAct.Kind.RESOLVE ? AlarmHandling.PENDING : AlarmHandling.IGNORED);
      alarms.in(
          () -> {
            alarms.service.remove(scheme.id(), 1);
            return true;
          });
    }
  }

  @Test
  void schemesAreNamedOnceChangedByVersionAndNamedByTheTemplateTheyFollow() {
    SchemeDraft draft = draft(30, 0, 0, "VOLUME_FULL");
    AlarmScheme scheme = alarms.scheme(draft);
    assertThat(alarms.in(() -> alarms.schemeQueries.scheme(scheme.id())).rule()).isEqualTo(draft);
    assertThatThrownBy(() -> alarms.scheme(draft)).hasMessageContaining("has this name");
    assertThat(alarms.in(() -> alarms.service.change(scheme.id(), 1, draft)).version())
        .isEqualTo(2);
    assertThatThrownBy(() -> alarms.in(() -> alarms.service.change(scheme.id(), 1, draft)))
        .hasMessageContaining("changed meanwhile");
    assertThat(alarms.in(() -> alarms.schemeQueries.uses(AlarmsOfTests.ALL_DAY)))
        .extracting(use -> use.name())
        .contains(draft.name());
  }

  @Test
  void whatIsShelvedIsRaisedCountedAndHeldBackUntilTheShelfIsOver() {
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "RETENTION_SHORT"));
    String part = "shelved " + scheme.id();
    alarms.at(alarms.in(this::databaseNow));
    alarms.happen(event(RETENTION_SHORT, part, alarms.now().minusSeconds(5)));
    Alarm first = of(scheme, AlarmQueue.OPEN).get(0);
    Shelf shelf = alarms.in(() -> shelves.shelve(first.id(), false, "Painters.", 30));
    assertThat(of(scheme, AlarmQueue.OPEN)).isEmpty();
    alarms.happen(
        event(RETENTION_SHORT, part, alarms.now().minusSeconds(1)),
        event(RETENTION_SHORT, "other", alarms.now().minusSeconds(1)));
    assertThat(of(scheme, AlarmQueue.SHELVED))
        .hasSize(2)
        .extracting(Alarm::held)
        .containsOnly(Alarm.Hold.SHELVED);
    assertThat(of(scheme, AlarmQueue.OPEN)).extracting(Alarm::part).containsExactly("other");
    assertThat(alarms.in(shelves::shelves)).contains(shelf);
    alarms.in(
        () -> {
          shelves.end(shelf.id());
          return true;
        });
    assertThat(alarms.in(shelves::shelves)).doesNotContain(shelf);
    assertThat(alarms.audited)
        .extracting(AuditAct::action)
        .contains("alarm.shelve", "alarm.unshelve");
    alarms.happen(event(RETENTION_SHORT, part, alarms.now()));
    assertThat(of(scheme, AlarmQueue.OPEN)).extracting(Alarm::part).contains(part);
  }

  @Test
  void nothingIsShelvedForLongerThanEightHours() {
    Alarm alarm = raise();
    assertThatThrownBy(() -> alarms.in(() -> shelves.shelve(alarm.id(), true, "Long.", 481)))
        .isInstanceOf(DomainException.class);
  }

  /** Shelves are judged by the clock of the database when alarms are listed. */
  private Instant databaseNow() {
    return alarms
        .transaction
        .database()
        .list("select now() as now", row -> row.getTimestamp("now").toInstant())
        .get(0);
  }

  private List<Alarm> of(AlarmScheme scheme, AlarmQueue queue) {
    return list(queue).stream().filter(one -> one.schemeId().equals(scheme.id())).toList();
  }

  @Test
  void whatBecamePartOfAnotherAlarmIsStillReadAndToldAndSaysSo() {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "RETENTION_SHORT"));
    Instant now = alarms.now();
    alarms.happen(event(RETENTION_SHORT, "joined", now.minusSeconds(100)));
    alarms.happen(event(RETENTION_SHORT, "joined", now.minusSeconds(50)));
    List<Alarm> before =
        list(AlarmQueue.ALL).stream().filter(a -> a.schemeId().equals(scheme.id())).toList();
    assertThat(before).hasSize(2);
    alarms.happen(event(RETENTION_SHORT, "joined", now.minusSeconds(75)));
    List<Alarm> left =
        list(AlarmQueue.ALL).stream().filter(a -> a.schemeId().equals(scheme.id())).toList();
    assertThat(left).hasSize(1);
    UUID lost =
        before.stream()
            .map(Alarm::id)
            .filter(id -> !id.equals(left.get(0).id()))
            .findFirst()
            .orElseThrow();
    Alarm gone = alarms.in(() -> queries.alarm(lost));
    assertThat(gone.gone()).isTrue();
    assertThat(gone.mergedInto()).isEqualTo(left.get(0).id());
    assertThat(alarms.in(() -> queries.alarms(List.of(lost)))).hasSize(1);
    assertThatThrownBy(() -> act(gone, AlarmAct.Kind.CLAIM, null))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("no alarm any more");
  }
}
