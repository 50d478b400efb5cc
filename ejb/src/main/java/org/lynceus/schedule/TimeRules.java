package org.lynceus.schedule;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a time template is active: periods for each weekday, and holiday plans that replace them.
 * Days without an entry have no period.
 */
public record TimeRules(Map<DayOfWeek, List<Period>> week, List<Holiday> holidays) {
  /** The most holiday plans of a template, and the most ranges of days in one. */
  public static final int MOST_HOLIDAYS = 16;

  public static final int MOST_DAYS = 100;

  public TimeRules {
    Map<DayOfWeek, List<Period>> all = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      all.put(day, List.copyOf(week.getOrDefault(day, List.of())));
    }
    week = java.util.Collections.unmodifiableMap(all);
    holidays = List.copyOf(holidays);
  }
}
