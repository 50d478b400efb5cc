package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.care.PasswordFindings.Finding;

/** Devices whose password ought to be changed. */
public record WeakPasswords(@NotNull List<Item> items) {
  /** What is wrong with a device's password. */
  public enum Weakness {
    KNOWN,
    SHARED,
    SHORT,
    UNSETTLED
  }

  /** One device. */
  @Schema(name = "WeakPassword")
  public record Item(
      @NotNull UUID deviceId,
      @NotNull
          @Schema(
              description =
                  "KNOWN: makers deliver devices with it; SHARED: another device has the same;"
                      + " SHORT: less than eight characters; UNSETTLED: it was being changed and it"
                      + " is not known which of two holds")
          Weakness weakness) {}

  static WeakPasswords of(Map<UUID, Finding> weak, List<UUID> unsettled) {
    List<Item> items = new ArrayList<>();
    unsettled.forEach(id -> items.add(new Item(id, Weakness.UNSETTLED)));
    weak.forEach(
        (id, finding) -> {
          if (!unsettled.contains(id)) {
            items.add(new Item(id, Weakness.valueOf(finding.name())));
          }
        });
    return new WeakPasswords(items);
  }
}
