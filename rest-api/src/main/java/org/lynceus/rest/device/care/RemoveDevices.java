package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Devices that are to leave the center. */
public record RemoveDevices(@NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> deviceIds) {}
