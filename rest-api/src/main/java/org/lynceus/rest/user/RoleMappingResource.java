package org.lynceus.rest.user;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.user.RoleMapping;
import org.lynceus.user.RoleService;

/** Which groups and realm roles of Keycloak give which roles here. */
@Path("role-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoleMappingResource {
  @Inject private RoleService service;

  @GET
  @Operation(operationId = "listRoleMappings", summary = "All mappings")
  public RoleMappingList list() {
    return new RoleMappingList(service.mappings().stream().map(RoleMappingView::of).toList());
  }

  @POST
  @Operation(
      operationId = "addRoleMapping",
      summary = "Gives a role to everybody in a group or with a realm role of Keycloak")
  @APIResponse(responseCode = "204", description = "Mapped")
  public void add(@Valid @NotNull AddRoleMapping request) {
    service.map(request.kind(), request.name(), request.roleId());
  }

  @DELETE
  @Operation(operationId = "removeRoleMapping", summary = "Removes a mapping")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(
      @QueryParam("kind") @Parameter(required = true) RoleMapping.@Nullable Kind kind,
      @QueryParam("name") @Parameter(required = true) @Nullable String name,
      @QueryParam("roleId") @Parameter(required = true) @Nullable UUID roleId) {
    if (kind == null || name == null || roleId == null) {
      throw DomainException.invalid("kind", "Name the mapping by kind, name and roleId.");
    }
    service.unmap(kind, name, roleId);
  }
}
