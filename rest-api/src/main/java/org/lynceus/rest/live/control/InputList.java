package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.ContactState;
import org.lynceus.live.control.BoundInputs;
import org.lynceus.rest.device.BoundCameraView;
import org.lynceus.rest.shared.ReasonView;

/** Inputs of a device. */
public record InputList(
    @NotNull List<Item> items,
    @Nullable @Schema(description = "why the device itself could not be asked") ReasonView silent) {
  /** An input with its cameras. */
  @Schema(name = "BoundInput")
  public record Item(
      @NotNull @Schema(description = "the device's own name for it") String token,
      @Nullable @Schema(description = "missing while nothing was told of it") Boolean active,
      @Nullable Instant since,
      @NotNull List<BoundCameraView> cameras) {
    static Item of(BoundInputs.Input input) {
      @Nullable ContactState last = input.last();
      return new Item(
          input.token(),
          last == null ? null : last.active(),
          last == null ? null : last.since(),
          input.cameras().stream().map(BoundCameraView::of).toList());
    }
  }

  static InputList of(BoundInputs inputs) {
    return new InputList(
        inputs.inputs().stream().map(Item::of).toList(), ReasonView.of(inputs.silent()));
  }
}
