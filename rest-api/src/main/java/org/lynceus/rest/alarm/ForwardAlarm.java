package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmAct;

/** To whom an alarm is forwarded. */
public record ForwardAlarm(
    @NotNull @Size(min = 1, max = 255) String to,
    @Nullable @Size(max = AlarmAct.LONGEST) String comment) {
  AlarmAct act() {
    return new AlarmAct(AlarmAct.Kind.FORWARD, comment, to);
  }
}
