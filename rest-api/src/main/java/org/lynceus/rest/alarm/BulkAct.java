package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmAct;
import org.lynceus.alarm.AlarmBulk;

/** One act about many alarms. */
public record BulkAct(
    @NotNull @Size(min = 1, max = AlarmBulk.MOST) List<@NotNull UUID> ids,
    @NotNull AlarmAct.Kind act,
    @Nullable @Size(max = AlarmAct.LONGEST) String comment,
    @Nullable @Size(max = 255) String to) {
  AlarmAct parsed() {
    return new AlarmAct(act, comment, to);
  }
}
