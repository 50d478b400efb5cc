package org.lynceus.schedule;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days from a first to a last one, both included. Yearly ones return every year on the same month
 * and day, and may lead over the turn of the year; 29 February then means only leap years.
 */
public record SpecialDays(LocalDate from, LocalDate to, boolean yearly) {
  public SpecialDays {
    if (to.isBefore(from) || yearly && !to.isBefore(from.plusYears(1))) {
      throw new IllegalArgumentException("not a range of days: " + from + " to " + to);
    }
  }

  boolean contains(LocalDate day) {
    if (!yearly) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
    MonthDay asked = MonthDay.from(day);
    MonthDay first = MonthDay.from(from);
    MonthDay last = MonthDay.from(to);
    boolean overNewYear = last.isBefore(first);
    return overNewYear
        ? !asked.isBefore(first) || !asked.isAfter(last)
        : !asked.isBefore(first) && !asked.isAfter(last);
  }
}
