package org.lynceus.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.TimeRange;

/**
 * Evaluates time rules. Pure: the instant and the zone are passed in. Local times in a DST gap move
 * forward by the gap, in an overlap the earlier offset is taken (the rule of java.time), so a day
 * has 23, 24 or 25 hours and a period may be that much shorter or longer. Several holiday plans on
 * a day are united; a day of an empty plan alone is inactive.
 */
public final class TimeEngine {
  /** How far ahead a next change is looked for; a template that never changes has none. */
  private static final int HORIZON_DAYS = 800;

  /** A span in which the rules are active; on a special day or not. */
  public record Span(Instant from, Instant to, boolean specialDay) {}

  private TimeEngine() {}

  /** Whether the rules are active at the instant. */
  public static boolean active(TimeRules rules, ZoneId zone, Instant at) {
    return !spans(rules, zone, new TimeRange(at, at.plusNanos(1))).isEmpty();
  }

  /** Active spans in order, cut to the range. Spans that touch and are of one sort are one. */
  public static List<Span> spans(TimeRules rules, ZoneId zone, TimeRange range) {
    LocalDate first = range.from().atZone(zone).toLocalDate().minusDays(1);
    LocalDate last = range.to().atZone(zone).toLocalDate().plusDays(1);
    List<Span> spans = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      boolean special = isSpecial(rules, day);
      for (Period period : periods(rules, day)) {
        add(
            spans,
            cut(instant(day, period.from(), zone), instant(day, period.to(), zone), range),
            special);
      }
    }
    return spans;
  }

  /**
   * When activity next begins or ends after the instant, null when it does not within two years.
   */
  public static @Nullable Instant nextChange(TimeRules rules, ZoneId zone, Instant after) {
    boolean now = active(rules, zone, after);
    LocalDate day = after.atZone(zone).toLocalDate();
    for (int i = 0; i < HORIZON_DAYS; i += 7) {
      Instant from = i == 0 ? after : day.plusDays(i).atStartOfDay(zone).toInstant();
      Instant to = day.plusDays(i + 7L).atStartOfDay(zone).toInstant();
      List<Span> spans = joined(spans(rules, zone, new TimeRange(from, to)));
      Instant change =
          now ? firstEnd(spans, from, to) : spans.isEmpty() ? null : spans.get(0).from();
      if (change != null) {
        return change;
      }
    }
    return null;
  }

  private static @Nullable Instant firstEnd(List<Span> spans, Instant from, Instant to) {
    if (spans.isEmpty() || spans.get(0).from().isAfter(from)) {
      return from;
    }
    Instant end = spans.get(0).to();
    return end.isBefore(to) ? end : null;
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    spans.forEach(span -> add(joined, new TimeRange(span.from(), span.to()), false));
    return joined;
  }

  private static boolean isSpecial(TimeRules rules, LocalDate day) {
    return rules.holidays().stream().anyMatch(h -> isOf(h, day));
  }

  private static boolean isOf(Holiday holiday, LocalDate day) {
    return holiday.days().stream().anyMatch(days -> days.contains(day));
  }

  private static List<Period> periods(TimeRules rules, LocalDate day) {
    if (!isSpecial(rules, day)) {
      return rules.week().getOrDefault(day.getDayOfWeek(), List.of());
    }
    return rules.holidays().stream()
        .filter(holiday -> isOf(holiday, day))
        .flatMap(holiday -> holiday.periods().stream())
        .sorted(Comparator.comparingInt(Period::from))
        .toList();
  }

  private static Instant instant(LocalDate day, int seconds, ZoneId zone) {
    return seconds == Period.DAY
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant();
  }

  private static @Nullable TimeRange cut(Instant from, Instant to, TimeRange range) {
    Instant begin = from.isBefore(range.from()) ? range.from() : from;
    Instant end = to.isAfter(range.to()) ? range.to() : to;
    return begin.isBefore(end) ? new TimeRange(begin, end) : null;
  }

  private static void add(List<Span> spans, @Nullable TimeRange range, boolean special) {
    if (range == null) {
      return;
    }
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.specialDay() == special && !last.to().isBefore(range.from())) {
      Instant to = range.to().isAfter(last.to()) ? range.to() : last.to();
      spans.set(spans.size() - 1, new Span(last.from(), to, special));
    } else {
      spans.add(new Span(range.from(), range.to(), special));
    }
  }
}
