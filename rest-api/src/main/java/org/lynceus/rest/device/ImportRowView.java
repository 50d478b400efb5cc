package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ImportRow;
import org.lynceus.device.ImportState;
import org.lynceus.rest.shared.ReasonView;

/** A row of an import and what became of it. */
public record ImportRowView(
    @NotNull Integer number,
    @NotNull ImportState state,
    @NotNull String name,
    @NotNull String url,
    @Nullable String username,
    @Nullable ReasonView reason,
    @Nullable UUID deviceId) {
  static ImportRowView of(ImportRow row) {
    return new ImportRowView(
        row.number(),
        row.state(),
        row.name(),
        row.url(),
        row.username(),
        ReasonView.of(row.reason()),
        row.deviceId());
  }
}
