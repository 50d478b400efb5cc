package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.RecordingKind;
import org.lynceus.recording.RecordingPlan;

/** A recording plan; its version is the ETag. */
@Schema(name = "RecordingPlanView")
public record PlanView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull Boolean enabled,
    @NotNull UUID templateId,
    @NotNull String templateName,
    @NotNull RecordingKind kind,
    @NotNull StreamKind stream,
    @NotNull Integer preSeconds,
    @NotNull Integer postSeconds,
    @NotNull List<UUID> channelIds,
    @NotNull Long version) {
  static PlanView of(RecordingPlan plan, String templateName) {
    return new PlanView(
        plan.id(),
        plan.name(),
        plan.enabled(),
        plan.templateId(),
        templateName,
        plan.kind(),
        plan.stream(),
        (int) plan.pre().toSeconds(),
        (int) plan.post().toSeconds(),
        plan.channelIds(),
        plan.version());
  }
}
