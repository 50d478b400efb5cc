package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.user.RoleMapping;

/** Who is in a group, or has a realm role, of Keycloak has a role here. */
@Schema(name = "RoleMappingView")
public record RoleMappingView(
    @NotNull RoleMapping.Kind kind,
    @NotNull String name,
    @NotNull UUID roleId,
    @NotNull @Schema(description = "cannot be removed") Boolean fixed) {
  static RoleMappingView of(RoleMapping mapping) {
    return new RoleMappingView(mapping.kind(), mapping.name(), mapping.roleId(), mapping.fixed());
  }
}
