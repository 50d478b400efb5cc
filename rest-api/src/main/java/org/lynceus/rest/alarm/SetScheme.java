package org.lynceus.rest.alarm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.alarm.scheme.SchemeCondition;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemeMatch;
import org.lynceus.alarm.scheme.SchemeRecipients;
import org.lynceus.alarm.scheme.SchemeTiming;

/** An alarm scheme as it ought to be. */
@Schema(name = "SetAlarmScheme")
public record SetScheme(
    @NotNull String name,
    @NotNull Boolean enabled,
    @NotNull AlarmPriority priority,
    @NotNull UUID templateId,
    @NotNull @Valid @Size(max = SchemeMatch.MOST_SOURCES) List<@NotNull SourceView> sources,
    @NotNull @Schema(description = "words of event types") List<@NotNull String> types,
    @NotNull @Schema(minimum = "0", maximum = "600") Integer mergeSeconds,
    @NotNull @Schema(minimum = "1", maximum = "3600") Integer capSeconds,
    @NotNull @Schema(minimum = "0", maximum = "600") Integer delayOnSeconds,
    @NotNull @Schema(minimum = "0", maximum = "600") Integer delayOffSeconds,
    @Nullable String procedure,
    @NotNull @Schema(description = "with toUsers empty: whoever may see the source")
        List<@NotNull UUID> toRoles,
    @NotNull List<@NotNull String> toUsers,
    @Nullable
        @Valid
        @Size(max = SchemeAction.MOST)
        @Schema(description = "what is done when an alarm is raised, in order")
        List<@NotNull ActionView> actions,
    @Nullable @Valid @Schema(description = "what has to come before the events; none: nothing")
        OnlyAfterView onlyAfter,
    @Nullable
        @Valid
        @Size(max = SchemeCondition.MOST)
        @Schema(description = "what attributes of events must be; all have to hold")
        List<@NotNull ConditionView> conditions) {
  SchemeDraft draft() {
    return new SchemeDraft(
        name,
        enabled,
        priority,
        new SchemeMatch(
            sources.stream().map(SourceView::source).toList(),
            types,
            templateId,
            conditions == null
                ? List.of()
                : conditions.stream().map(ConditionView::condition).toList(),
            onlyAfter == null ? null : onlyAfter.rule()),
        new SchemeTiming(mergeSeconds, capSeconds, delayOnSeconds, delayOffSeconds),
        new SchemeRecipients(toRoles, toUsers),
        procedure,
        ActionView.all(actions));
  }
}
