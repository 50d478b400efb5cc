package org.lynceus.rest.device.care;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.care.ClockSchedule;

/** When the center sets the clocks of its ONVIF devices. */
@Schema(name = "ClockSchedule")
public record ClockScheduleView(
    @NotNull Boolean enabled,
    @NotNull
        @Pattern(regexp = "\\d{2}:\\d{2}")
        @Schema(description = "time of the day in the zone of the center, such as 03:30")
        String at,
    @NotNull @Min(1) @Max(3600) @Schema(description = "clocks that are off by more seconds are set")
        Integer driftSeconds) {
  static ClockScheduleView of(ClockSchedule schedule) {
    return new ClockScheduleView(
        schedule.enabled(), schedule.at().toString().substring(0, 5), schedule.driftSeconds());
  }
}
