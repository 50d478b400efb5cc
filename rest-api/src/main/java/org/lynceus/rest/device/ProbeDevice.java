package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address to ask what it offers. */
public record ProbeDevice(
    @NotNull @Size(min = 1, max = 1000) String url,
    @Nullable
        @Size(max = 200)
        @Schema(description = "SHA-256 of the certificate an rtsps camera must show")
        String certificate,
    @Nullable @Size(max = 100) String username,
    @Nullable @Size(max = 200) @Schema(writeOnly = true) String password) {}
