package org.lynceus.rest.alarm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.work.SchemeSimulation;
import org.lynceus.shared.TimeRange;

/** On which recorded events a scheme is tried. */
@Schema(name = "SimulateAlarmScheme")
public record SimulateScheme(
    @NotNull @Schema(type = SchemaType.STRING, format = "date-time") String from,
    @NotNull
        @Schema(
            type = SchemaType.STRING,
            format = "date-time",
            description = "at most seven days after from")
        String to,
    @Nullable @Valid @Schema(description = "what the scheme is to become; none: as it is")
        SetScheme draft) {
  TimeRange range() {
    return TimeRange.parse(from, to, SchemeSimulation.LONGEST);
  }
}
