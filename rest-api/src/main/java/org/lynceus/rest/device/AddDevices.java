package org.lynceus.rest.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ImportLine;

/** Devices to add with one user and password. */
public record AddDevices(
    @Nullable @Size(max = 100) String username,
    @Nullable @Size(max = 200) @Schema(writeOnly = true) String password,
    @Nullable @Schema(description = "where they stand; without it at the root") UUID siteId,
    @Nullable @Size(max = 100) @Schema(description = "the node that drives them; without it any")
        String homeNode,
    @NotNull @Valid @Size(min = 1, max = 1000) List<@NotNull @Valid Item> items) {
  /** One device. */
  @Schema(name = "AddDevicesItem")
  public record Item(
      @NotNull @Size(min = 1, max = 100) String name,
      @NotNull @Size(min = 1, max = 1000) String url) {}

  List<ImportLine> lines() {
    List<ImportLine> lines = new ArrayList<>();
    for (Item item : items) {
      lines.add(
          new ImportLine(
              lines.size() + 1,
              item.name(),
              item.url(),
              null,
              null,
              username,
              password,
              siteId == null ? null : siteId.toString(),
              homeNode == null || homeNode.isBlank() ? null : homeNode.strip(),
              List.of(item.name(), item.url())));
    }
    return lines;
  }
}
