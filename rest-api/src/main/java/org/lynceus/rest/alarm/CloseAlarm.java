package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmAct;

/** What an alarm was. */
public record CloseAlarm(
    @NotNull Verdict verdict,
    @Nullable
        @Size(max = AlarmAct.LONGEST)
        @Schema(description = "needed for FALSE_ALARM and IGNORED")
        String comment) {
  /** What somebody found. */
  @Schema(name = "AlarmVerdict")
  public enum Verdict {
    RESOLVED,
    FALSE_ALARM,
    IGNORED
  }

  AlarmAct act() {
    AlarmAct.Kind kind =
        switch (verdict) {
          case RESOLVED -> AlarmAct.Kind.RESOLVE;
          case FALSE_ALARM -> AlarmAct.Kind.FALSE_ALARM;
          case IGNORED -> AlarmAct.Kind.IGNORE;
        };
    return new AlarmAct(kind, comment, null);
  }
}
