package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemeMatch;
import org.lynceus.alarm.scheme.SchemeTiming;

/** An alarm scheme; its version is the ETag. */
@Schema(name = "AlarmSchemeView")
public record SchemeView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull Boolean enabled,
    @NotNull AlarmPriority priority,
    @NotNull UUID templateId,
    @NotNull List<SourceView> sources,
    @NotNull List<String> types,
    @NotNull Integer mergeSeconds,
    @NotNull Integer capSeconds,
    @NotNull Integer delayOnSeconds,
    @NotNull Integer delayOffSeconds,
    @Nullable String procedure,
    @NotNull List<UUID> toRoles,
    @NotNull List<String> toUsers,
    @NotNull List<ActionView> actions,
    @Nullable OnlyAfterView onlyAfter,
    @NotNull List<ConditionView> conditions,
    @NotNull Long version) {
  static SchemeView of(AlarmScheme scheme) {
    SchemeDraft rule = scheme.rule();
    SchemeMatch match = rule.match();
    SchemeTiming timing = rule.timing();
    return new SchemeView(
        scheme.id(),
        rule.name(),
        rule.enabled(),
        rule.priority(),
        match.templateId(),
        match.sources().stream().map(SourceView::of).toList(),
        match.types(),
        timing.merge(),
        timing.cap(),
        timing.delayOn(),
        timing.delayOff(),
        rule.procedure(),
        rule.to().roles(),
        rule.to().users(),
        rule.actions().stream().map(ActionView::of).toList(),
        match.onlyAfter() == null ? null : OnlyAfterView.of(match.onlyAfter()),
        match.conditions().stream().map(ConditionView::of).toList(),
        scheme.version());
  }
}
