package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change of the network needs yet. */
public record DeviceMoveView(
    @NotNull @Schema(description = "the change counts only after a restart") Boolean restartNeeded,
    @Nullable @Schema(description = "where the device will be; follow it there") String newUrl) {}
