package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.VolumeService;

/** A volume to set up on the node that answers. */
public record AddVolume(
    @NotNull @Schema(description = "empty, or a volume that comes from elsewhere") String directory,
    @NotNull String name,
    @Nullable UUID groupId,
    @Nullable Long quotaBytes,
    @Nullable Long reserveBytes) {
  VolumeService.Draft draft() {
    return new VolumeService.Draft(name, groupId, quotaBytes, reserveBytes);
  }
}
