package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many alarms nobody has. */
public record AlarmCount(
    @NotNull @Schema(description = "at most 1,000 are counted") Long open,
    @NotNull @Schema(description = "the same by priority") AlarmReportView.Priorities priorities) {}
