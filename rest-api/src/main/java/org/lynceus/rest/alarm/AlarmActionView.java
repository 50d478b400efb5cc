package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.linkage.ActionState;
import org.lynceus.alarm.linkage.AlarmAction;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.rest.shared.ReasonView;

/** What is done about an alarm, and how far it is. */
public record AlarmActionView(
    @NotNull @Schema(description = "of the action in its scheme; 1000 more: what ends it")
        Integer number,
    @NotNull ActionKind kind,
    @NotNull ActionState state,
    @NotNull @Schema(description = "when it is done, or tried again, while it is PENDING")
        Instant dueAt,
    @NotNull Integer attempts,
    @Nullable @Schema(description = "why it is as it is, or what failed last") ReasonView reason,
    @NotNull @Schema(description = "a step of escalation") Boolean escalation,
    @NotNull Instant changedAt) {
  static AlarmActionView of(AlarmAction action) {
    return new AlarmActionView(
        action.number(),
        action.kind(),
        action.state(),
        action.due(),
        action.attempts(),
        action.reason() == null ? null : ReasonView.of(action.reason()),
        action.action().afterMinutes() > 0,
        action.changedAt());
  }
}
