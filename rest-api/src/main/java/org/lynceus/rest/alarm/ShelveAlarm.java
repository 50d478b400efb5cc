package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.alarm.AlarmAct;

/** What to hold back, beginning with an alarm. */
public record ShelveAlarm(
    @NotNull UUID alarmId,
    @NotNull @Schema(description = "its whole scheme, not only its source and type")
        Boolean wholeScheme,
    @NotNull @Size(min = 1, max = AlarmAct.LONGEST) String reason,
    @NotNull @Schema(minimum = "1", maximum = "480") Integer minutes) {}
