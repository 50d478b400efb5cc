package org.lynceus.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.lynceus.shared.TimeRange;

class TimeEngineProperties {
  private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

  @Provide
  Arbitrary<List<Period>> periods() {
    return Arbitraries.integers()
        .between(0, 96)
        .set()
        .ofMaxSize(12)
        .map(
            set -> {
              List<Integer> cuts = set.stream().sorted().toList();
              List<Period> found = new ArrayList<>();
              for (int i = 0; i + 1 < cuts.size(); i += 2) {
                found.add(new Period(cuts.get(i) * 900, cuts.get(i + 1) * 900));
              }
              return found;
            });
  }

  @Provide
  Arbitrary<TimeRules> rules() {
    Arbitrary<Map<DayOfWeek, List<Period>>> week =
        Arbitraries.maps(Arbitraries.of(DayOfWeek.values()), periods()).ofMaxSize(7);
    Arbitrary<Holiday> holiday =
        Combinators.combine(Arbitraries.integers().between(0, 364), periods())
            .as(
                (day, periods) -> {
                  LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
                  return new Holiday(
                      "h", List.of(new SpecialDays(date, date.plusDays(2), false)), periods);
                });
    return Combinators.combine(week, holiday.list().ofMaxSize(3)).as(TimeRules::new);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC",
            "Europe/Berlin",
            "Asia/Shanghai",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Africa/Cairo",
            "Pacific/Apia")
        .map(ZoneId::of);
  }

  @Property(tries = 300)
  void anInstantIsActiveExactlyWhenASpanHoldsIt(
      @ForAll("rules") TimeRules rules,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 0, max = 365 * 86_400L) long second) {
    Instant at = BASE.plusSeconds(second);
    TimeRange around = new TimeRange(at.minus(Duration.ofDays(3)), at.plus(Duration.ofDays(3)));
    boolean held =
        TimeEngine.spans(rules, zone, around).stream()
            .anyMatch(s -> !at.isBefore(s.from()) && at.isBefore(s.to()));
    assertThat(TimeEngine.active(rules, zone, at)).isEqualTo(held);
  }

  @Property(tries = 300)
  void spansAreInOrderAndCutAtAnyPointTheyAreTheSame(
      @ForAll("rules") TimeRules rules,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 0, max = 350 * 86_400L) long second,
      @ForAll @LongRange(min = 1, max = 10 * 86_400L - 1) long cut) {
    Instant from = BASE.plusSeconds(second);
    Instant to = from.plus(Duration.ofDays(10));
    Instant middle = from.plusSeconds(cut);
    List<TimeEngine.Span> whole = TimeEngine.spans(rules, zone, new TimeRange(from, to));
    for (int i = 1; i < whole.size(); i++) {
      assertThat(whole.get(i).from()).isAfterOrEqualTo(whole.get(i - 1).to());
    }
    assertThat(length(whole))
        .isEqualTo(
            length(TimeEngine.spans(rules, zone, new TimeRange(from, middle)))
                .plus(length(TimeEngine.spans(rules, zone, new TimeRange(middle, to)))));
  }

  @Property(tries = 200)
  void nothingChangesBeforeTheNextChange(
      @ForAll("rules") TimeRules rules,
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = 0, max = 350 * 86_400L) long second) {
    Instant at = BASE.plusSeconds(second);
    boolean now = TimeEngine.active(rules, zone, at);
    Instant change = TimeEngine.nextChange(rules, zone, at);
    Instant end = change == null ? at.plus(Duration.ofDays(30)) : change;
    assertThat(end).isAfter(at);
    assertThat(TimeEngine.active(rules, zone, end.minusMillis(1))).isEqualTo(now);
    Instant middle = at.plus(Duration.between(at, end).dividedBy(2));
    assertThat(TimeEngine.active(rules, zone, middle)).isEqualTo(now);
    if (change != null) {
      assertThat(TimeEngine.active(rules, zone, change)).isEqualTo(!now);
    }
  }

  private static Duration length(List<TimeEngine.Span> spans) {
    return spans.stream()
        .map(s -> Duration.between(s.from(), s.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
