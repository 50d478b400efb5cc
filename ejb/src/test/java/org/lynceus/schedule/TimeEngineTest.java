package org.lynceus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TimeRange;

class TimeEngineTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static TimeRules everyDay(Period... periods) {
    Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(periods));
    }
    return new TimeRules(week, List.of());
  }

  private static Period period(String from, String to) {
    return Period.parse(from, to, "/week");
  }

  private static TimeRange day(String date, ZoneId zone) {
    LocalDate day = LocalDate.parse(date);
    return new TimeRange(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  @Test
  void aPeriodIncludesItsBeginningAndNotItsEnd() {
    TimeRules rules = everyDay(period("08:00", "18:00"));
    assertThat(TimeEngine.active(rules, SHANGHAI, Instant.parse("2026-11-22T00:00:00Z"))).isTrue();
    assertThat(TimeEngine.active(rules, SHANGHAI, Instant.parse("2026-11-21T23:59:59.999Z")))
        .isFalse();
    assertThat(TimeEngine.active(rules, SHANGHAI, Instant.parse("2026-11-22T09:59:59.999Z")))
        .isTrue();
    assertThat(TimeEngine.active(rules, SHANGHAI, Instant.parse("2026-11-22T10:00:00Z"))).isFalse();
  }

  @Test
  void periodsThatMeetAtMidnightAreOneSpan() {
    TimeRules rules = everyDay(period("00:00", "06:00"), period("22:00", "24:00"));
    assertThat(
            TimeEngine.spans(
                rules,
                BERLIN,
                new TimeRange(
                    Instant.parse("2026-11-22T12:00:00Z"), Instant.parse("2026-11-23T12:00:00Z"))))
        .containsExactly(
            new TimeEngine.Span(
                Instant.parse("2026-11-22T21:00:00Z"),
                Instant.parse("2026-11-23T05:00:00Z"),
                false));
  }

  @Test
  void aWholeDayHas23And25HoursWhenTheClocksChange() {
    TimeRules rules = everyDay(period("00:00", "24:00"));
    assertThat(length(TimeEngine.spans(rules, BERLIN, day("2026-03-29", BERLIN)))).isEqualTo(23);
    assertThat(length(TimeEngine.spans(rules, BERLIN, day("2026-10-25", BERLIN)))).isEqualTo(25);
  }

  @Test
  void aPeriodInsideTheMissingHourMovesForwardByTheGap() {
    TimeRules rules = everyDay(period("02:15", "02:45"));
    assertThat(TimeEngine.spans(rules, BERLIN, day("2026-03-29", BERLIN)))
        .containsExactly(
            new TimeEngine.Span(
                Instant.parse("2026-03-29T01:15:00Z"),
                Instant.parse("2026-03-29T01:45:00Z"),
                false));
  }

  @Test
  void inTheDoubledHourTheEarlierOffsetCounts() {
    TimeRules rules = everyDay(period("02:00", "02:30"));
    assertThat(TimeEngine.spans(rules, BERLIN, day("2026-10-25", BERLIN)))
        .containsExactly(
            new TimeEngine.Span(
                Instant.parse("2026-10-25T00:00:00Z"),
                Instant.parse("2026-10-25T00:30:00Z"),
                false));
  }

  @Test
  void aHolidayReplacesTheWeekAndAnEmptyOneSwitchesTheDayOff() {
    LocalDate christmas = LocalDate.parse("2026-12-25");
    Holiday off =
        new Holiday("Christmas", List.of(new SpecialDays(christmas, christmas, true)), List.of());
    Map<DayOfWeek, List<Period>> week = everyDay(period("08:00", "18:00")).week();
    TimeRules closed = new TimeRules(week, List.of(off));
    assertThat(TimeEngine.spans(closed, BERLIN, day("2027-12-25", BERLIN))).isEmpty();
    assertThat(TimeEngine.spans(closed, BERLIN, day("2027-12-24", BERLIN))).hasSize(1);

    Holiday morning =
        new Holiday(
            "Inventory",
            List.of(new SpecialDays(christmas, christmas, false)),
            List.of(period("06:00", "07:00")));
    TimeRules united = new TimeRules(week, List.of(off, morning));
    assertThat(TimeEngine.spans(united, BERLIN, day("2026-12-25", BERLIN)))
        .containsExactly(
            new TimeEngine.Span(
                Instant.parse("2026-12-25T05:00:00Z"),
                Instant.parse("2026-12-25T06:00:00Z"),
                true));
  }

  @Test
  void yearlyDaysMayLeadOverTheTurnOfTheYear() {
    SpecialDays days =
        new SpecialDays(LocalDate.parse("2026-12-24"), LocalDate.parse("2027-01-01"), true);
    assertThat(days.contains(LocalDate.parse("2030-12-31"))).isTrue();
    assertThat(days.contains(LocalDate.parse("2030-01-01"))).isTrue();
    assertThat(days.contains(LocalDate.parse("2030-01-02"))).isFalse();
  }

  @Test
  void theNextChangeIsTheEndOrTheNextBeginning() {
    TimeRules rules =
        new TimeRules(Map.of(DayOfWeek.MONDAY, List.of(period("08:00", "18:00"))), List.of());
    Instant monday = Instant.parse("2026-11-23T07:00:00Z");
    assertThat(TimeEngine.nextChange(rules, BERLIN, Instant.parse("2026-11-22T12:00:00Z")))
        .isEqualTo(monday);
    assertThat(TimeEngine.nextChange(rules, BERLIN, monday)).isEqualTo("2026-11-23T17:00:00Z");
    assertThat(TimeEngine.nextChange(everyDay(period("00:00", "24:00")), BERLIN, monday)).isNull();
    assertThat(TimeEngine.nextChange(everyDay(), BERLIN, monday)).isNull();
  }

  @Test
  void rulesSurviveBeingStored() {
    TimeRules rules =
        new TimeRules(
            Map.of(DayOfWeek.SUNDAY, List.of(period("08:00:30", "24:00"))),
            List.of(
                new Holiday(
                    "Spring",
                    List.of(
                        new SpecialDays(
                            LocalDate.parse("2027-02-06"), LocalDate.parse("2027-02-12"), false)),
                    List.of(period("00:00", "12:00")))));
    assertThat(TimeRulesJson.read(TimeRulesJson.write(rules))).isEqualTo(rules);
  }

  @Test
  void overlappingBackwardAndUnreadablePeriodsAreRefused() {
    assertThatThrownBy(
            () ->
                Period.day(
                    List.of(period("08:00", "10:00"), period("09:59:59", "11:00")), "/week/MONDAY"))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> period("18:00", "08:00")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> period("8:00", "09:00")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> period("00:00", "24:01")).isInstanceOf(DomainException.class);
  }

  private static long length(List<TimeEngine.Span> spans) {
    return spans.stream().mapToLong(s -> Duration.between(s.from(), s.to()).toHours()).sum();
  }
}
