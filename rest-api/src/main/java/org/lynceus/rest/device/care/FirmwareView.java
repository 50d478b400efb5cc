package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.Firmware;

/** A firmware file that was uploaded. */
public record FirmwareView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull Long bytes,
    @Nullable @Schema(description = "in hex; without it pieces are missing yet") String sha256,
    @NotNull String by,
    @NotNull Instant createdAt) {
  static FirmwareView of(Firmware one) {
    return new FirmwareView(
        one.id(), one.name(), one.bytes(), one.sha256(), one.by(), one.createdAt());
  }
}
