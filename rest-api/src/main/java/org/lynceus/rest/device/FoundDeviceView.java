package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.discovery.FoundDevice;

/** Something that answered a search, in its own words. */
public record FoundDeviceView(
    @NotNull @Schema(description = "the same device answers with the same key") String key,
    @NotNull String url,
    @NotNull DeviceProtocol protocol,
    @NotNull String name,
    @NotNull String hardware,
    @NotNull String location,
    @Nullable @Schema(description = "how far its clock is ahead of the center's")
        Long clockOffsetMillis,
    @Nullable @Schema(description = "the device of the center at this address") UUID deviceId) {
  static FoundDeviceView of(FoundDevice device, Map<String, UUID> known) {
    return new FoundDeviceView(
        device.key(),
        device.address().toString(),
        DeviceProtocol.of(device.address()),
        device.name(),
        device.hardware(),
        device.location(),
        device.offsetMillis(),
        known.get(device.address().toString()));
  }
}
