package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.AccountLevel;

/** What an account of a device is from now on. */
public record SetDeviceAccount(
    @Nullable
        @Size(min = 8, max = 64)
        @Schema(writeOnly = true, description = "without it the password stays")
        String password,
    @NotNull AccountLevel level) {}
