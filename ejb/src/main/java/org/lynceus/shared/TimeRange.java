package org.lynceus.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A half-open range of time, from &lt;= t &lt; to. */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw DomainException.invalid("to", "The range must end after it begins.");
    }
  }

  /** The part of this range that lies in the other, null when none does. */
  public @Nullable TimeRange cut(TimeRange other) {
    Instant begin = from.isBefore(other.from) ? other.from : from;
    Instant end = to.isAfter(other.to) ? other.to : to;
    return begin.isBefore(end) ? new TimeRange(begin, end) : null;
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** The same instants as ranges in order that do not touch each other. */
  public static List<TimeRange> union(Collection<TimeRange> ranges) {
    return union(ranges, Duration.ZERO);
  }

  /** The same; ranges that are at most the seam apart become one. */
  public static List<TimeRange> union(Collection<TimeRange> ranges, Duration seam) {
    List<TimeRange> sorted = ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
    List<TimeRange> united = new ArrayList<>();
    for (TimeRange range : sorted) {
      TimeRange last = united.isEmpty() ? null : united.get(united.size() - 1);
      if (last != null && !last.to.plus(seam).isBefore(range.from)) {
        Instant end = range.to.isAfter(last.to) ? range.to : last.to;
        united.set(united.size() - 1, new TimeRange(last.from, end));
      } else {
        united.add(range);
      }
    }
    return united;
  }

  /** What of the first ranges lies in none of the second; all in order, not touching. */
  public static List<TimeRange> minus(List<TimeRange> ranges, List<TimeRange> less) {
    List<TimeRange> left = new ArrayList<>();
    for (TimeRange range : ranges) {
      Instant from = range.from;
      for (TimeRange taken : less) {
        if (taken.to.isAfter(from) && taken.from.isBefore(range.to)) {
          if (taken.from.isAfter(from)) {
            left.add(new TimeRange(from, taken.from));
          }
          from = taken.to;
        }
      }
      if (from.isBefore(range.to)) {
        left.add(new TimeRange(from, range.to));
      }
    }
    return left;
  }

  /** Reads two ISO 8601 instants with offset and refuses a range longer than the most allowed. */
  public static TimeRange parse(@Nullable String from, @Nullable String to, Duration most) {
    TimeRange range = new TimeRange(instant("from", from), instant("to", to));
    if (Duration.between(range.from, range.to).compareTo(most) > 0) {
      throw DomainException.invalid(
          "to", "The range is longer than " + most.toHours() + " hours; ask in parts.");
    }
    return range;
  }

  /** Reads one instant; the name is that of the parameter. */
  public static Instant instant(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw DomainException.invalid(name, "The parameter '" + name + "' is missing.");
    }
    try {
      Instant instant = java.time.OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(Instant.EPOCH) || instant.getEpochSecond() > 253402300799L) {
        throw DomainException.invalid(name, "The time is outside the years 1970 to 9999.");
      }
      return instant;
    } catch (DateTimeParseException e) {
      throw DomainException.invalid(
          name, "Give '" + name + "' as 2026-11-22T14:05:00Z or with an offset.");
    }
  }
}
