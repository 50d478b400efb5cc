package org.lynceus.rest.device;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes of a device. */
@Schema(
    description =
        "Only the fields that are there are changed. An address or credentials are probed before"
            + " they are stored; a stored password is not sent to another host.")
public record ChangeDevice(
    @Nullable @Size(min = 1, max = 100) String name,
    @Nullable @Size(min = 1, max = 1000) String url,
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
    @Nullable @Schema(description = "where it stands") UUID siteId,
    @Nullable
        @Size(max = 100)
        @Schema(description = "the node that drives it as long as it is alive; empty: any node")
        String homeNode) {}
