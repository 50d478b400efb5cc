package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.lynceus.device.binding.BoundCamera;
import org.lynceus.rest.device.BoundCameraView;

/** The cameras that show something. */
public record BoundCameras(@NotNull List<BoundCameraView> items) {
  static BoundCameras of(List<BoundCamera> cameras) {
    return new BoundCameras(cameras.stream().map(BoundCameraView::of).toList());
  }
}
