package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/** What became of each device. */
public record DeviceResults(@NotNull List<Item> items) {
  /** One device. */
  @Schema(name = "DeviceResult")
  public record Item(@NotNull UUID deviceId, @NotNull Boolean done, @Nullable String problem) {}

  /** Does it to each; one that refuses stops no other. */
  static DeviceResults of(List<UUID> devices, Consumer<UUID> act) {
    List<Item> items = new ArrayList<>();
    for (UUID device : new LinkedHashSet<>(devices)) {
      try {
        act.accept(device);
        items.add(new Item(device, true, null));
      } catch (DomainException e) {
        items.add(new Item(device, false, e.getMessage()));
      }
    }
    return new DeviceResults(items);
  }
}
