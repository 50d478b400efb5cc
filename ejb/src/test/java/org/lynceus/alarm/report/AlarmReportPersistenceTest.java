package org.lynceus.alarm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.shared.TestTransaction.inject;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.work.AlarmsOfTests;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Scope;
import org.lynceus.user.TestRights;

class AlarmReportPersistenceTest {
  private AlarmsOfTests alarms;
  private final AlarmReports reports = new AlarmReports();
  private final TestRights rights = new TestRights();

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
    inject(reports, "database", alarms.transaction.database());
    inject(reports, "rights", rights);
    inject(reports, "clock", alarms.clock);
  }

  private AlarmReport report() {
    TimeRange hour = new TimeRange(alarms.now().minusSeconds(3600), alarms.now());
    return alarms.in(() -> reports.report(hour, null));
  }

  @Test
  void figuresAreOfTheAlarmsThatBeganInTheRangeAndThatTheCallerSees() {
    alarms.in(() -> alarms.transaction.database().update("update alarm set gone = true"));
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "RETENTION_SHORT"));
    Instant now = alarms.now();
    alarms.happen(
        event(RETENTION_SHORT, "one", now.minusSeconds(3600)),
        event(RETENTION_SHORT, "two", now.minusSeconds(1800)),
        event(RETENTION_SHORT, "before", now.minusSeconds(3601)),
        event(RETENTION_SHORT, "after", now));
    alarms.in(
        () ->
            alarms
                .transaction
                .database()
                .update(
                    "with done as (update alarm set handling = 'FALSE_ALARM', handled_by = 'bo',"
                        + " handled_at = raised_at + interval '90 s'"
                        + " where scheme_id = ? and source_name = 'one' returning id, raised_at)"
                        + " insert into alarm_history (alarm_id, at, by_user, act)"
                        + " select id, raised_at + interval '30 s', 'bo', 'CLAIM' from done",
                    scheme.id()));
    AlarmReport report = report();
    assertThat(report.total()).isEqualTo(2);
    assertThat(report.sources()).extracting(AlarmReport.Source::name).containsExactly("one", "two");
    assertThat(report.acknowledge()).isEqualTo(new Waits.Figures(1, 30L, 30L));
    assertThat(report.resolve()).isEqualTo(new Waits.Figures(1, 90L, 90L));
    assertThat(report.schemes())
        .containsExactly(new AlarmReport.Scheme(scheme.id(), scheme.name(), 2, 1, 1));
    assertThat(report.people())
        .extracting(AlarmReport.Operator::name, AlarmReport.Operator::falseAlarms)
        .containsExactly(tuple("bo", 1));
    assertThat(report.perOperator()).isEqualTo(2 / 6.0);
    rights.only(new Scope(false, Set.of(UUID.randomUUID()), Set.of(), Set.of()));
    assertThat(report().total()).isZero();
  }

  @Test
  void aLongRangeIsRefused() {
    TimeRange range = new TimeRange(alarms.now().minus(Duration.ofDays(32)), alarms.now());
    assertThatThrownBy(() -> alarms.in(() -> reports.report(range, null)))
        .isInstanceOf(DomainException.class);
  }
}
