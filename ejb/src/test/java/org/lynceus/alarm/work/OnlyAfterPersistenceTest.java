package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.event.DeviceEventType.VOLUME_FULL;
import static org.lynceus.event.DeviceEventType.VOLUME_READY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.engine.AlarmEngine;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.engine.Sequence;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.AlarmSource;
import org.lynceus.alarm.scheme.OnlyAfter;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.alarm.work.AlarmsOfTests.Stored;
import org.lynceus.event.DeviceEvent;
import org.lynceus.shared.DomainException;

class OnlyAfterPersistenceTest {
  private AlarmsOfTests alarms;

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
  }

  private static SchemeDraft after(SchemeDraft draft, int seconds, String... types) {
    return SchemesOfTests.with(
        draft, new OnlyAfter(List.of(AlarmSource.center()), List.of(types), seconds));
  }

  private Instant ago(int seconds) {
    return alarms.now().minusSeconds(seconds);
  }

  private void remove(AlarmScheme scheme) {
    alarms.in(
        () -> {
          alarms.service.remove(scheme.id(), scheme.version());
          return true;
        });
  }

  @Test
  void theSecondEventRaisesWhenTheFirstCameInTheTimeBeforeIt() {
    AlarmScheme scheme = alarms.scheme(after(draft(0, 0, 0, RETENTION_SHORT), 30, VOLUME_FULL));
    alarms.happen(event(RETENTION_SHORT, "b", ago(300)));
    alarms.happen(event(VOLUME_FULL, "a", ago(200)));
    assertThat(alarms.stored(scheme)).isEmpty();
    alarms.happen(event(RETENTION_SHORT, "b", ago(171)), event(RETENTION_SHORT, "b", ago(170)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(171), ago(171), ago(171), 1));
    assertThat(alarms.in(() -> alarms.schemeQueries.scheme(scheme.id())).rule())
        .isEqualTo(scheme.rule());
  }

  @Test
  void aFirstEventThatBecomesKnownLaterLetsTheSecondRaise() throws Exception {
    AlarmScheme scheme = alarms.scheme(after(draft(0, 0, 0, RETENTION_SHORT), 30, VOLUME_FULL));
    alarms.happen(event(RETENTION_SHORT, "b", ago(180)));
    assertThat(alarms.stored(scheme)).isEmpty();
    alarms.happen(event(VOLUME_FULL, "a", ago(200)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(180), ago(180), ago(180), 1));
    alarms.happen(event(VOLUME_FULL, "a2", ago(190)));
    assertThat(alarms.stored(scheme)).hasSize(1);
    assertThat(
            alarms.count(
                "select count(*) from alarm_part where not first and scheme_id = '"
                    + scheme.id()
                    + "'"))
        .isZero();
  }

  @Test
  void anEventOfBothKindsDoesNotFollowItself() {
    AlarmScheme scheme = alarms.scheme(after(draft(0, 0, 0, RETENTION_SHORT), 30, RETENTION_SHORT));
    alarms.happen(event(RETENTION_SHORT, "x", ago(100)));
    assertThat(alarms.stored(scheme)).isEmpty();
    alarms.happen(event(RETENTION_SHORT, "x", ago(90)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(90), ago(90), ago(90), 1));
  }

  @Test
  void anyOrderInAnyBatchesGivesTheAlarmsOfTheSameRules() {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      boolean states = round % 2 == 0;
      String second = states ? VOLUME_FULL : RETENTION_SHORT;
      String first = states ? RETENTION_SHORT : VOLUME_FULL;
      AlarmScheme scheme =
          alarms.scheme(
              after(
                  draft(
                      new int[] {0, 30, 120}[random.nextInt(3)],
                      new int[] {0, 20}[random.nextInt(2)],
                      0,
                      second),
                  new int[] {5, 30, 200}[random.nextInt(3)],
                  first));
      List<DeviceEvent> events = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Instant at = ago(1200 + random.nextInt(1500));
        boolean isFirst = random.nextInt(3) == 0;
        String type = isFirst ? first : states && random.nextBoolean() ? VOLUME_READY : second;
        events.add(event(type, isFirst ? "a" + i : "v" + round, at));
      }
      List<DeviceEvent> told = new ArrayList<>(events);
      told.addAll(events.subList(0, 15));
      Collections.shuffle(told, random);
      for (int from = 0; from < told.size(); from += 4) {
        alarms.happen(
            told.subList(from, Math.min(from + 4, told.size())).toArray(DeviceEvent[]::new));
      }
      List<AlarmGroup> expected = expected(scheme, events, first, second);
      assertThat(alarms.stored(scheme))
          .as("round %s", round)
          .containsExactlyElementsOf(expected.stream().map(Stored::of).toList());
      remove(scheme);
    }
  }

  private List<AlarmGroup> expected(
      AlarmScheme scheme, List<DeviceEvent> events, String first, String second) {
    List<Signal> firsts = signals(events, first);
    List<Signal> counting =
        new ArrayList<>(
            Sequence.following(
                firsts, signals(events, second), scheme.rule().match().onlyAfter().within()));
    if (second.equals(VOLUME_FULL)) {
      events.stream()
          .filter(one -> one.type().equals(VOLUME_READY))
          .forEach(one -> counting.add(new Signal(one.uid(), one.occurredAt(), false)));
    }
    return AlarmEngine.group(counting, scheme.grouping(), alarms.now()).groups();
  }

  private static List<Signal> signals(List<DeviceEvent> events, String type) {
    Boolean active = type.equals(VOLUME_FULL) ? Boolean.TRUE : null;
    return events.stream()
        .filter(one -> one.type().equals(type))
        .map(one -> new Signal(one.uid(), one.occurredAt(), active))
        .toList();
  }

  @Test
  void whatCameMoreThanADayLateIsNoFirstEvent() throws Exception {
    AlarmScheme scheme = alarms.scheme(after(draft(0, 0, 0, RETENTION_SHORT), 30, VOLUME_FULL));
    long before = alarms.count("select count(*) from alarm_skipped");
    alarms.happen(event(VOLUME_FULL, "a", alarms.now().minus(Duration.ofHours(25))));
    assertThat(alarms.count("select count(*) from alarm_skipped")).isEqualTo(before + 1);
    remove(scheme);
  }

  @Test
  void whatWaitsIsForgottenWithAChangeOfTheRuleAndNotWithAChangeOfTheName() throws Exception {
    SchemeDraft rule = after(draft(0, 0, 0, RETENTION_SHORT), 30, VOLUME_FULL);
    AlarmScheme scheme = alarms.scheme(rule);
    String parts = "select count(*) from alarm_part where scheme_id = '" + scheme.id() + "'";
    alarms.happen(event(VOLUME_FULL, "a", ago(20)));
    AlarmScheme same = alarms.in(() -> alarms.service.change(scheme.id(), 1, rule));
    assertThat(alarms.count(parts)).isEqualTo(1);
    alarms.in(
        () -> alarms.service.change(scheme.id(), same.version(), after(rule, 60, VOLUME_FULL)));
    assertThat(alarms.count(parts)).isZero();
  }

  @Test
  void aSecondPartThatIsNoRuleIsRefused() {
    SchemeDraft plain = draft(0, 0, 0, RETENTION_SHORT);
    assertThatThrownBy(() -> after(plain, 0, VOLUME_FULL)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> after(plain, 3601, VOLUME_FULL)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> after(plain, 30)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> alarms.scheme(after(plain, 30, "NO_SUCH_TYPE")))
        .isInstanceOf(DomainException.class);
  }
}
