package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each. */
public record MoveDevicesResults(@NotNull List<Item> items) {
  /** One device. */
  @Schema(name = "MoveDevicesResult")
  public record Item(@NotNull UUID deviceId, @NotNull Boolean moved, @Nullable String problem) {}
}
