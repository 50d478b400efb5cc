package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.VolumeService;

/** A volume as it ought to be. */
public record SetVolume(
    @NotNull String name,
    @Nullable UUID groupId,
    @Nullable Long quotaBytes,
    @Nullable Long reserveBytes) {
  VolumeService.Draft draft() {
    return new VolumeService.Draft(name, groupId, quotaBytes, reserveBytes);
  }
}
