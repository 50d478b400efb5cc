package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.lynceus.recording.VolumeGroup;

/** A set of volumes that channels can be bound to; its version is the ETag. */
public record VolumeGroupView(@NotNull UUID id, @NotNull String name, @NotNull Long version) {
  static VolumeGroupView of(VolumeGroup group) {
    return new VolumeGroupView(group.id(), group.name(), group.version());
  }
}
