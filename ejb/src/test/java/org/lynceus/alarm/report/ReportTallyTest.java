package org.lynceus.alarm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.shared.TimeRange;

class ReportTallyTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");
  private static final UUID SCHEME = UUID.randomUUID();
  private final TimeRange day = new TimeRange(BEGIN, BEGIN.plus(Duration.ofDays(1)));
  private int number;

  private AlarmFact fact(int minute, String source, AlarmHandling handling, String by) {
    Instant at = BEGIN.plus(Duration.ofMinutes(minute));
    boolean closed = handling.closed();
    return new AlarmFact(
        ++number,
        SCHEME,
        "Yard",
        AlarmPriority.HIGH,
        "MOTION",
        source,
        source,
        at,
        at,
        at,
        1,
        at,
        handling,
        by == null ? null : at.plusSeconds(20),
        closed ? at.plusSeconds(60) : null,
        by,
        by == null ? List.of() : List.of(new AlarmFact.Act("CLAIM", by)));
  }

  @Test
  void everyAlarmIsCountedOnceInEachFigure() {
    ReportTally tally = new ReportTally(day, day.to());
    tally.add(fact(0, "gate", AlarmHandling.RESOLVED, "anna"));
    tally.add(fact(65, "gate", AlarmHandling.FALSE_ALARM, "Anna"));
    tally.add(fact(66, "door", AlarmHandling.PROCESSING, "bo"));
    tally.add(fact(67, "gate", AlarmHandling.PENDING, null));
    AlarmReport report = tally.report();
    assertThat(report.total()).isEqualTo(4);
    assertThat(report.open()).isEqualTo(2);
    assertThat(report.hours())
        .extracting(hour -> hour.priorities().get(AlarmPriority.HIGH))
        .containsExactly(1, 3);
    assertThat(report.operators()).isEqualTo(2);
    assertThat(report.perTenMinutes()).isCloseTo(4 / 144.0, within(1e-9));
    assertThat(report.perOperator()).isCloseTo(2 / 144.0, within(1e-9));
    assertThat(report.busiest()).isEqualTo(3);
    assertThat(report.sources())
        .containsExactly(
            new AlarmReport.Source("gate", "MOTION", 3),
            new AlarmReport.Source("door", "MOTION", 1));
    assertThat(report.acknowledge()).isEqualTo(new Waits.Figures(3, 20L, 20L));
    assertThat(report.resolve()).isEqualTo(new Waits.Figures(2, 60L, 60L));
    assertThat(report.schemes()).containsExactly(new AlarmReport.Scheme(SCHEME, "Yard", 4, 2, 1));
    assertThat(report.people())
        .containsExactly(
            new AlarmReport.Operator(
                "anna",
                2,
                2 / 24.0,
                1,
                1,
                0,
                0,
                0,
                new Waits.Figures(2, 20L, 20L),
                new Waits.Figures(2, 60L, 60L)),
            new AlarmReport.Operator(
                "bo",
                1,
                1 / 24.0,
                0,
                0,
                0,
                0,
                0,
                new Waits.Figures(1, 20L, 20L),
                new Waits.Figures(0, null, null)));
    assertThat(report.floods()).isEmpty();
    assertThat(report.chattering()).isEmpty();
  }

  @Test
  void anAlarmThatWentFromHandToHandCountsOnceForEachWhoHadIt() {
    AlarmFact one = fact(0, "gate", AlarmHandling.RESOLVED, "bo");
    ReportTally tally = new ReportTally(day, day.to());
    tally.add(
        new AlarmFact(
            one.number(),
            one.schemeId(),
            one.schemeName(),
            one.priority(),
            one.type(),
            one.source(),
            one.sourceName(),
            one.first(),
            one.last(),
            one.ended(),
            one.events(),
            one.raised(),
            one.handling(),
            one.acknowledged(),
            one.closed(),
            one.by(),
            List.of(
                new AlarmFact.Act("CLAIM", "anna"),
                new AlarmFact.Act("FORWARD", "anna"),
                new AlarmFact.Act("TAKE_OVER", "bo"),
                new AlarmFact.Act("RESOLVE", "bo"))));
    assertThat(tally.report().people())
        .extracting(
            AlarmReport.Operator::name,
            AlarmReport.Operator::alarms,
            AlarmReport.Operator::resolved,
            AlarmReport.Operator::forwarded,
            AlarmReport.Operator::takenOver,
            person -> person.acknowledge().count())
        .containsExactly(tuple("anna", 1, 0, 1, 0, 1), tuple("bo", 1, 1, 0, 1, 0));
  }

  @Test
  void ratesAreOfTheTimeThatIsOver() {
    ReportTally tally = new ReportTally(day, BEGIN.plus(Duration.ofHours(1)));
    for (int minute = 0; minute < 12; minute++) {
      tally.add(fact(minute, "gate", AlarmHandling.PENDING, null));
    }
    AlarmReport report = tally.report();
    assertThat(report.counted().to()).isEqualTo(BEGIN.plus(Duration.ofHours(1)));
    assertThat(report.perTenMinutes()).isEqualTo(2);
    assertThat(report.perOperator()).isNull();
    assertThat(report.acknowledge()).isEqualTo(new Waits.Figures(0, null, null));
  }

  @Test
  void elevenInTenMinutesAreAFloodUntilFewerThanFiveAreLeft() {
    Floods floods = new Floods();
    for (int i = 0; i < 12; i++) {
      floods.add(BEGIN.plusSeconds(30 * i));
    }
    Instant start = BEGIN.plusSeconds(300);
    assertThat(floods.until(BEGIN.plusSeconds(400)))
        .containsExactly(new Floods.Flood(start, null, 12, 12));
    assertThat(floods.until(BEGIN.plusSeconds(2000)))
        .containsExactly(new Floods.Flood(start, BEGIN.plusSeconds(30 * 7 + 600), 12, 12));
    Floods ten = new Floods();
    for (int i = 0; i < 11; i++) {
      ten.add(BEGIN.plusSeconds(60 * i));
    }
    assertThat(ten.until(BEGIN.plusSeconds(900))).isEmpty();
  }

  @Test
  void threeWithinAMinuteAreChatterAndThreeInAMinuteExactlyAreNot() {
    Chatter chatter = new Chatter();
    chatter.add(BEGIN, BEGIN, 1);
    chatter.add(BEGIN.plusSeconds(30), BEGIN.plusSeconds(30), 1);
    chatter.add(BEGIN.plusSeconds(60), BEGIN.plusSeconds(60), 1);
    assertThat(chatter.times()).isZero();
    chatter.add(BEGIN.plusSeconds(80), BEGIN.plusSeconds(80), 1);
    assertThat(chatter.times()).isEqualTo(1);
    assertThat(Chatter.dense(Duration.ofSeconds(59), 3)).isTrue();
    assertThat(Chatter.dense(Duration.ofSeconds(60), 3)).isFalse();
    assertThat(Chatter.dense(Duration.ofSeconds(119), 5)).isTrue();
    assertThat(Chatter.dense(Duration.ZERO, 2)).isFalse();
  }

  @Test
  void whatLastsLongerThanADayIsStale() {
    TimeRange days = new TimeRange(BEGIN, BEGIN.plus(Duration.ofDays(3)));
    ReportTally tally = new ReportTally(days, days.to());
    AlarmFact one = fact(0, "gate", AlarmHandling.PENDING, null);
    tally.add(one);
    tally.add(
        new AlarmFact(
            9,
            SCHEME,
            "Yard",
            AlarmPriority.LOW,
            "TAMPER",
            "d",
            "d",
            one.first(),
            one.last(),
            null,
            1,
            one.raised(),
            AlarmHandling.PENDING,
            null,
            null,
            null,
            List.of()));
    assertThat(tally.report().stale()).isEqualTo(1);
  }
}
