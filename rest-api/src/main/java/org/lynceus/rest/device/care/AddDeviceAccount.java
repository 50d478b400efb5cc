package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.device.care.AccountLevel;

/** A new account of a device. */
public record AddDeviceAccount(
    @NotNull @Size(min = 1, max = 32) String name,
    @NotNull @Size(min = 8, max = 64) @Schema(writeOnly = true) String password,
    @NotNull AccountLevel level) {}
