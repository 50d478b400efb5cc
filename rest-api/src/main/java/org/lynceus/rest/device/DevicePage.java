package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.device.listing.DeviceTotals;

/** A page of devices. */
public record DevicePage(
    @NotNull List<DeviceView> items, @Nullable String next, @NotNull DeviceTotals totals) {}
