package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.user.RoleMapping;

/** A mapping to add. */
public record AddRoleMapping(
    @NotNull RoleMapping.Kind kind,
    @NotNull
        @Size(min = 1, max = 255)
        @Schema(description = "of the realm role, or the path of the group such as /guards/night")
        String name,
    @NotNull UUID roleId) {}
