package org.lynceus.rest.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.schedule.Holiday;
import org.lynceus.schedule.SpecialDays;
import org.lynceus.schedule.TimeRules;
import org.lynceus.shared.DomainException;

/** A holiday plan; on its days its periods replace those of the week. */
public record HolidayView(
    @NotNull @Size(min = 1, max = 100) String name,
    @NotNull @Valid @Size(min = 1, max = TimeRules.MOST_DAYS) List<Days> days,
    @NotNull @Valid List<PeriodView> periods) {

  /** Days from a first to a last, both included. */
  @Schema(name = "SpecialDaysView")
  public record Days(@NotNull LocalDate from, @NotNull LocalDate to, @NotNull Boolean yearly) {
    SpecialDays read(String pointer) {
      try {
        return new SpecialDays(from, to, yearly);
      } catch (IllegalArgumentException e) {
        throw DomainException.invalid(
            pointer,
            "The last day must not be before the first, and yearly days are no whole year.");
      }
    }
  }

  static HolidayView of(Holiday holiday) {
    return new HolidayView(
        holiday.name(),
        holiday.days().stream().map(d -> new Days(d.from(), d.to(), d.yearly())).toList(),
        PeriodView.of(holiday.periods()));
  }

  Holiday read(String pointer) {
    return new Holiday(
        name,
        days.stream().map(d -> d.read(pointer + "/days")).toList(),
        PeriodView.read(periods, pointer + "/periods"));
  }
}
