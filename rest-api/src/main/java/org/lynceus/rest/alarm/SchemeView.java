package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeDraft;

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
    return new SchemeView(
        scheme.id(),
        rule.name(),
        rule.enabled(),
        rule.priority(),
        rule.templateId(),
        rule.sources().stream().map(SourceView::of).toList(),
        rule.types(),
        rule.mergeSeconds(),
        rule.capSeconds(),
        rule.delayOnSeconds(),
        rule.delayOffSeconds(),
        rule.procedure(),
        rule.toRoles(),
        rule.toUsers(),
        rule.actions().stream().map(ActionView::of).toList(),
        rule.onlyAfter() == null ? null : OnlyAfterView.of(rule.onlyAfter()),
        rule.conditions().stream().map(ConditionView::of).toList(),
        scheme.version());
  }
}
