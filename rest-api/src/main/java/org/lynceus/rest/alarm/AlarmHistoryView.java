package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmHistoryEntry;

/** What happened to an alarm, in order. */
public record AlarmHistoryView(@NotNull List<Step> items) {
  /** One step. */
  @Schema(name = "AlarmStep")
  public record Step(
      @NotNull Instant at,
      @Nullable @Schema(description = "null for the center itself") String by,
      @NotNull
          @Schema(
              description =
                  "RAISED, RETURNED, END_MISSING, WENT_ON, MERGED, WITHDRAWN by the center; CLAIM, TAKE_OVER,"
                      + " FORWARD, RELEASE, RESOLVE, FALSE_ALARM, IGNORE, REOPEN, COMMENT by"
                      + " people")
          String act,
      @Nullable @Schema(description = "the other user, or the other alarm") String subject,
      @Nullable String comment) {}

  static AlarmHistoryView of(List<AlarmHistoryEntry> steps) {
    return new AlarmHistoryView(
        steps.stream()
            .map(s -> new Step(s.at(), s.by(), s.act(), s.subject(), s.comment()))
            .toList());
  }
}
