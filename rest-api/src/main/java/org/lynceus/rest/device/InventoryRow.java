package org.lynceus.rest.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.shared.ReasonView;

/** A device as a row of the inventory. */
final class InventoryRow {
  static final List<String> HEAD =
      List.of(
          "Name",
          "Address",
          "User name",
          "Protocol",
          "Manufacturer",
          "Model",
          "Firmware",
          "Serial number",
          "Channels",
          "State",
          "Reason",
          "Home node");

  private InventoryRow() {}

  static List<String> of(DeviceView device) {
    IdentityView identity = device.identity();
    @Nullable ReasonView reason = device.reason();
    return List.of(
        device.name(),
        device.url(),
        text(device.username()),
        device.protocol().name(),
        text(identity.manufacturer()),
        text(identity.model()),
        text(identity.firmware()),
        text(identity.serial()),
        Integer.toString(device.channels().size()),
        device.state().name(),
        reason == null ? "" : reason.text(),
        text(device.homeNode()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
