package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Devices that are to stand at a site. */
public record MoveDevices(@NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> deviceIds) {}
