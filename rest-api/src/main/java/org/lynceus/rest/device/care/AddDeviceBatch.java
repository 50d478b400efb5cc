package org.lynceus.rest.device.care;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.BatchAct;
import org.lynceus.device.care.BatchOrder;
import org.lynceus.protocols.onvif.OverlayPosition;

/** One act on many devices. */
public record AddDeviceBatch(
    @NotNull
        @Schema(
            description =
                "CREDENTIALS tries a user and password and stores them; PASSWORDS gives each device"
                    + " a new strong password of its own; FIRMWARE sends an uploaded firmware and waits for"
                    + " the device; NAMES writes the names of its channels into their pictures;"
                    + " ENCODERS sets the encoders of one stream of its channels alike")
        BatchAct act,
    @NotNull @Size(min = 1, max = 5000) List<@NotNull UUID> deviceIds,
    @Nullable @Size(max = 100) @Schema(description = "CREDENTIALS") String username,
    @Nullable @Size(max = 200) @Schema(description = "CREDENTIALS", writeOnly = true)
        String password,
    @Nullable
        @Min(8)
        @Max(32)
        @Schema(description = "PASSWORDS: characters of a new password; 16 without it")
        Integer length,
    @Nullable @Schema(description = "FIRMWARE: the uploaded file") UUID firmwareId,
    @Nullable @Schema(description = "NAMES: the corner") OverlayPosition position,
    @Nullable @Valid @Schema(description = "ENCODERS") SetStreams encoders) {
  BatchOrder order() {
    return new BatchOrder(
        act,
        username,
        password,
        length,
        firmwareId,
        position,
        encoders == null ? null : encoders.change());
  }
}
