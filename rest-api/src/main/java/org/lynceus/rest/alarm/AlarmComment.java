package org.lynceus.rest.alarm;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmAct;

/** What somebody says about what he does. */
public record AlarmComment(
    @Nullable @Size(max = AlarmAct.LONGEST) @Schema(description = "needed where the act says so")
        String comment) {
  AlarmAct act(AlarmAct.Kind kind) {
    return new AlarmAct(kind, comment, null);
  }
}
