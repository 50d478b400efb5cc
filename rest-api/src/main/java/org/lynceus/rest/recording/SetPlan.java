package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.PlanDraft;
import org.lynceus.recording.RecordingKind;

/** A recording plan as it ought to be. */
@Schema(name = "SetRecordingPlan")
public record SetPlan(
    @NotNull String name,
    @NotNull Boolean enabled,
    @NotNull UUID templateId,
    @NotNull @Schema(description = "not MANUAL") RecordingKind kind,
    @NotNull StreamKind stream,
    @NotNull @Schema(minimum = "0", maximum = "30") Integer preSeconds,
    @NotNull @Schema(minimum = "0", maximum = "600") Integer postSeconds,
    @NotNull List<@NotNull UUID> channelIds) {
  PlanDraft draft() {
    return new PlanDraft(
        name, enabled, templateId, kind, stream, preSeconds, postSeconds, channelIds);
  }
}
