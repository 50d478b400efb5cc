package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.DeviceClock;

/** Clocks that are wrong. */
public record WrongClocks(@NotNull List<Item> items) {
  /** One device. */
  @Schema(name = "WrongClock")
  public record Item(
      @NotNull UUID deviceId,
      @NotNull String deviceName,
      @NotNull @Schema(description = "how far it is ahead of the center's") Long offsetMillis,
      @NotNull Instant seenAt,
      @Nullable @Schema(description = "when the schedule set it last") Instant setAt) {}

  static WrongClocks of(List<DeviceClock> clocks, Map<UUID, String> names) {
    return new WrongClocks(
        clocks.stream()
            .map(
                one ->
                    new Item(
                        one.deviceId(),
                        names.getOrDefault(one.deviceId(), ""),
                        one.offsetMillis(),
                        one.seenAt(),
                        one.setAt()))
            .toList());
  }
}
