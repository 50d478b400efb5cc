package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A camera to add. */
public record AddDevice(
    @NotNull @Size(min = 1, max = 100) String name,
    @NotNull
        @Size(min = 1, max = 1000)
        @Schema(
            description =
                "rtsp://host[:port]/path, http://host for ONVIF, or autoreg:<registration id> of a"
                    + " device that dials in, which may be followed by ?streams=<host:port> or none,"
                    + " and &answer=none; without credentials")
        String url,
    @Nullable
        @Size(max = 1000)
        @Schema(description = "smaller stream on the same host; in a change empty removes it")
        String subUrl,
    @Nullable
        @Size(max = 200)
        @Schema(description = "SHA-256 of the certificate an rtsps camera must show")
        String certificate,
    @Nullable @Size(max = 100) String username,
    @Nullable @Size(max = 200) @Schema(writeOnly = true) String password,
    @Nullable @Schema(description = "where it stands; without it at the root") UUID siteId,
    @Nullable @Size(max = 100) @Schema(description = "the node that drives it; without it any")
        String homeNode) {}
