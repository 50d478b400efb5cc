package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.DeviceSearch;
import org.lynceus.device.SearchState;

/** A search and what it found so far; forgotten after ten minutes. */
public record DeviceSearchView(
    @NotNull UUID id,
    @NotNull SearchState state,
    @NotNull @Schema(description = "addresses that are finished") Integer done,
    @NotNull @Schema(description = "addresses to scan, 0 for WS-Discovery") Integer total,
    @NotNull List<FoundDeviceView> items) {
  static DeviceSearchView of(DeviceSearch search, Map<String, UUID> known) {
    return new DeviceSearchView(
        search.id(),
        search.state(),
        search.done(),
        search.total(),
        search.found().stream().map(device -> FoundDeviceView.of(device, known)).toList());
  }
}
