package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All recording plans. */
@Schema(name = "RecordingPlanList")
public record PlanList(@NotNull List<PlanView> items) {}
