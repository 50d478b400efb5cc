package org.lynceus.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A half-open range of time, from &lt;= t &lt; to. */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw DomainException.invalid("to", "The range must end after it begins.");
    }
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
