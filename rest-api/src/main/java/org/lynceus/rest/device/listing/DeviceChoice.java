package org.lynceus.rest.device.listing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.listing.DeviceEntry;
import org.lynceus.rest.device.IdentityView;

/**
 * All devices that match, by name.
 *
 * @param total of which at most 10,000 are named
 */
public record DeviceChoice(@NotNull List<Item> items, @NotNull Integer total) {
  /** One device, as an act on many names it. */
  @Schema(name = "DeviceChoiceItem")
  public record Item(@NotNull UUID id, @NotNull String name, @NotNull IdentityView identity) {
    static Item of(DeviceEntry device) {
      return new Item(device.id(), device.name(), IdentityView.of(device.identity()));
    }
  }
}
