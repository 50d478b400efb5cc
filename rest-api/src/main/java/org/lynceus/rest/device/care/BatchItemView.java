package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.BatchItem;
import org.lynceus.device.care.BatchState;
import org.lynceus.rest.shared.ReasonView;

/** A device of a batch and what became of it. */
public record BatchItemView(
    @NotNull Integer number,
    @NotNull UUID deviceId,
    @NotNull String name,
    @NotNull BatchState state,
    @Nullable ReasonView reason) {
  static BatchItemView of(BatchItem item) {
    return new BatchItemView(
        item.number(), item.deviceId(), item.name(), item.state(), ReasonView.of(item.reason()));
  }
}
