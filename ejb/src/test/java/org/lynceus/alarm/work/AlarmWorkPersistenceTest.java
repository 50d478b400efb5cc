package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.engine.AlarmEngine;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemeMatch;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.alarm.work.AlarmsOfTests.Stored;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.ExternalSource;

class AlarmWorkPersistenceTest {
  private AlarmsOfTests alarms;

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
  }

  private Instant ago(int seconds) {
    return alarms.now().minusSeconds(seconds);
  }

  @Test
  void anEventRaisesOneAlarmAndIsAnnounced() throws Exception {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "RETENTION_SHORT"));
    alarms.in(() -> alarms.transaction.database().update("delete from outbox"));
    alarms.happen(event(RETENTION_SHORT, "v1", ago(5)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(5), ago(5), ago(5), 1));
    assertThat(alarms.count("select count(*) from outbox where topic = 'lynceus.alarm.raised'"))
        .isEqualTo(1);
    alarms.tick();
    assertThat(alarms.stored(scheme)).hasSize(1);
  }

  @Test
  void whatNoSchemeNamesRaisesNothing() {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "VOLUME_FULL"));
    AlarmScheme switchedOff = alarms.scheme(SchemesOfTests.off(draft(30, 0, 0, "RETENTION_SHORT")));
    alarms.happen(event(RETENTION_SHORT, "v1", ago(5)));
    assertThat(alarms.stored(scheme)).isEmpty();
    assertThat(alarms.stored(switchedOff)).isEmpty();
  }

  @Test
  void aStateIsOneAlarmThatReturns() {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "VOLUME_FULL"));
    alarms.happen(event(VOLUME_FULL, "v1", ago(100)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(100), ago(100), null, 1));
    alarms.happen(event(VOLUME_READY, "v1", ago(10)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(100), ago(100), ago(10), 1));
  }

  @Test
  void aDelayedStateIsRaisedByTimeAlone() {
    AlarmScheme scheme = alarms.scheme(draft(30, 60, 0, "VOLUME_FULL"));
    alarms.happen(event(VOLUME_FULL, "v1", ago(10)));
    assertThat(alarms.stored(scheme)).isEmpty();
    Instant began = ago(10);
    alarms.at(alarms.now().plusSeconds(50));
    alarms.tick();
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(began, began, null, 1));
  }

  @Test
  void anEventThatComesLateJoinsTwoAlarmsAndTheOneThatLostAllSaysSo() throws Exception {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "RETENTION_SHORT"));
    alarms.happen(event(RETENTION_SHORT, "v1", ago(100)));
    alarms.happen(event(RETENTION_SHORT, "v1", ago(50)));
    assertThat(alarms.stored(scheme)).hasSize(2);
    alarms.happen(event(RETENTION_SHORT, "v1", ago(75)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(100), ago(50), ago(50), 3));
    assertThat(
            alarms.count(
                "select count(*) from alarm a join alarm_history h on h.alarm_id = a.id"
                    + " where h.act = 'MERGED' and a.merged_into is not null and a.scheme_id = '"
                    + scheme.id()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void anyOrderInAnyBatchesGivesTheAlarmsOfTheEngine() {
    Random random = new Random(7);
    for (int round = 0; round < 25; round++) {
      SchemeDraft draft =
          draft(
              new int[] {0, 30, 120}[random.nextInt(3)],
              new int[] {0, 20}[random.nextInt(2)],
              new int[] {0, 15}[random.nextInt(2)],
              "VOLUME_FULL");
      AlarmScheme scheme = alarms.scheme(draft);
      List<DeviceEvent> events = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Instant at = ago(1200 + random.nextInt(1200));
        events.add(event(random.nextBoolean() ? VOLUME_FULL : VOLUME_READY, "v" + round, at));
      }
      List<DeviceEvent> told = new ArrayList<>(events);
      told.addAll(events.subList(0, 10));
      Collections.shuffle(told, random);
      for (int from = 0; from < told.size(); from += 4) {
        alarms.happen(
            told.subList(from, Math.min(from + 4, told.size())).toArray(DeviceEvent[]::new));
      }
      List<Signal> signals =
          events.stream()
              .map(e -> new Signal(e.uid(), e.occurredAt(), e.type().equals(VOLUME_FULL)))
              .toList();
      List<AlarmGroup> expected =
          AlarmEngine.group(signals, scheme.grouping(), alarms.now()).groups();
      assertThat(alarms.stored(scheme))
          .as("round %s", round)
          .containsExactlyElementsOf(expected.stream().map(Stored::of).toList());
      alarms.in(
          () -> {
            alarms.service.remove(scheme.id(), 1);
            return true;
          });
    }
  }

  @Test
  void tenThousandMotionsAreFewAlarmsThatCountThemAll() {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "RETENTION_SHORT"));
    Instant first = ago(3700);
    List<DeviceEvent> batch = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      batch.add(event(RETENTION_SHORT, "many", first.plusMillis(i * 360L)));
    }
    alarms.store(batch);
    alarms.tick();
    assertThat(alarms.stored(scheme)).hasSize(6);
    assertThat(alarms.stored(scheme).stream().mapToInt(Stored::count).sum()).isEqualTo(10_000);
  }

  @Test
  void whatCameMoreThanADayLateIsNotedAndRaisesNothing() throws Exception {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "RETENTION_SHORT"));
    long before = alarms.count("select count(*) from alarm_skipped");
    alarms.happen(event(RETENTION_SHORT, "v1", alarms.now().minus(Duration.ofHours(25))));
    assertThat(alarms.stored(scheme)).isEmpty();
    assertThat(alarms.count("select count(*) from alarm_skipped")).isEqualTo(before + 1);
  }

  @Test
  void anEventThatCannotBeWorkedOnIsNotedAndHoldsUpNoOther() throws Exception {
    UUID bad = UUID.randomUUID();
    alarms =
        new AlarmsOfTests(
            new AlarmStep() {
              @Override
              public boolean events(int limit) {
                boolean more = super.events(limit);
                if (alarms
                        .transaction
                        .database()
                        .number("select count(*) from alarm_occurrence where event_uid = ?", bad)
                    > 0) {
                  throw new IllegalStateException("a bug");
                }
                return more;
              }
            });
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "RETENTION_SHORT"));
    alarms.happen(
        event(RETENTION_SHORT, "v1", ago(9)),
        DeviceEvent.ofCenter(bad, RETENTION_SHORT, "v2", null, ago(8)),
        event(RETENTION_SHORT, "v3", ago(7)));
    assertThat(alarms.stored(scheme)).hasSize(2);
    assertThat(
            alarms.count(
                "select count(*) from alarm_skipped s join device_event e on e.id = s.event_id"
                    + " where e.uid = '"
                    + bad
                    + "' and s.reason = 'IllegalStateException: a bug'"))
        .isEqualTo(1);
  }

  @Test
  void whatEndsWithItsSchemeSaysThatNoEndWasTold() throws Exception {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "VOLUME_FULL"));
    alarms.happen(event(VOLUME_FULL, "v1", ago(100)));
    alarms.in(
        () -> {
          alarms.service.remove(scheme.id(), 1);
          return true;
        });
    assertThat(
            alarms.count(
                "select count(*) from alarm where end_missing and ended_at is not null"
                    + " and scheme_id = '"
                    + scheme.id()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void manyEventsThatNoSchemeNamesArePassedOverAndTheOneBehindThemIsNot() throws Exception {
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "RETENTION_SHORT"));
    List<DeviceEvent> batch = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      batch.add(event("COUNTED_OBJECT", "v", ago(100)));
      if (i % 4_000 == 3_999) {
        batch.add(event(RETENTION_SHORT, "v" + i, ago(90)));
      }
    }
    alarms.store(batch);
    alarms.tick();
    assertThat(alarms.stored(scheme)).hasSize(3);
    assertThat(
            alarms.count("select max(id) - (select event_id from alarm_cursor) from device_event"))
        .isZero();
  }

  @Test
  void anEndIsHeardThoughTheSchemeNoLongerNamesItsType() {
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "VOLUME_FULL"));
    alarms.happen(event(VOLUME_FULL, "v", ago(100)));
    SchemeMatch other = draft(0, 0, 0, "RETENTION_SHORT").match();
    alarms.in(
        () -> alarms.service.change(scheme.id(), 1, SchemesOfTests.with(scheme.rule(), other)));
    alarms.happen(event(VOLUME_READY, "v", ago(50)));
    assertThat(alarms.stored(scheme)).containsExactly(new Stored(ago(100), ago(100), ago(50), 1));
  }

  @Test
  void alarmsOfOneStepAreNumberedInTheOrderOfTheirEventsAndNamedAsPeopleReadThem() {
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "RETENTION_SHORT"));
    List<String> names = IntStream.range(0, 20).mapToObj(i -> "Gate " + i).toList();
    alarms.happen(
        names.stream()
            .map(name -> event(RETENTION_SHORT, ExternalSource.of(name, null), ago(100)))
            .toArray(DeviceEvent[]::new));
    assertThat(
            alarms.in(
                () ->
                    alarms
                        .transaction
                        .database()
                        .list(
                            "select source_name from alarm where scheme_id = ? order by number",
                            row -> row.getString(1),
                            scheme.id())))
        .isEqualTo(names);
  }
}
