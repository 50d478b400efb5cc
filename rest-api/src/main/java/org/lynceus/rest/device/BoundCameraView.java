package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.binding.BoundCamera;

/** A camera that shows what happens at something. */
@Schema(name = "BoundCamera")
public record BoundCameraView(@NotNull UUID channelId, @NotNull String name) {
  public static BoundCameraView of(BoundCamera camera) {
    return new BoundCameraView(camera.channel(), camera.name());
  }
}
