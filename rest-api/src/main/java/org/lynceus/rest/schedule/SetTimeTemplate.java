package org.lynceus.rest.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.shared.Zones;
import org.lynceus.schedule.Holiday;
import org.lynceus.schedule.Period;
import org.lynceus.schedule.TimeRules;

/** A time template as it ought to be. */
public record SetTimeTemplate(
    @NotNull @Size(min = 1, max = 100) String name,
    @Nullable String zone,
    @NotNull Map<DayOfWeek, @Valid List<PeriodView>> week,
    @NotNull @Valid @Size(max = TimeRules.MOST_HOLIDAYS) List<HolidayView> holidays) {

  @Nullable ZoneId zoneId() {
    return zone == null || zone.isEmpty() ? null : Zones.read("/zone", zone);
  }

  TimeRules rules() {
    Map<DayOfWeek, List<Period>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, periods) -> days.put(day, PeriodView.read(periods, "/week/" + day)));
    List<Holiday> plans = new ArrayList<>();
    for (int i = 0; i < holidays.size(); i++) {
      plans.add(holidays.get(i).read("/holidays/" + i));
    }
    return new TimeRules(days, plans);
  }
}
