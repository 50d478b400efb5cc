package org.lynceus.live.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.binding.BoundCamera;
import org.lynceus.event.ContactState;
import org.lynceus.shared.Reason;

/**
 * Inputs of a device and who shows them.
 *
 * @param silent why the device itself could not be asked; null when it could
 */
public record BoundInputs(List<Input> inputs, @Nullable Reason silent) {
  /**
   * An input.
   *
   * @param last null while nothing was told of it
   */
  public record Input(String token, @Nullable ContactState last, List<BoundCamera> cameras) {}
}
