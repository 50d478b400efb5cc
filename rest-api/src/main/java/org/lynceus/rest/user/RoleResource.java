package org.lynceus.rest.user;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.shared.Versions;
import org.lynceus.user.Role;
import org.lynceus.user.RoleService;

/** Roles: what one may do, and where. */
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoleResource {
  @Inject private RoleService service;

  @GET
  @Operation(operationId = "listRoles", summary = "All roles")
  public RoleList list() {
    return new RoleList(service.roles().stream().map(this::view).toList());
  }

  @POST
  @Operation(operationId = "addRole", summary = "Adds a role; it may give what the caller has")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = RoleView.class)))
  public Response add(@Valid @NotNull SetRole request) {
    Role added = service.add(request.draft());
    return tagged(Response.created(URI.create("v1/roles/" + added.id())), added);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getRole", summary = "One role")
  @APIResponse(
      responseCode = "200",
      description = "The role; its version is the ETag",
      content = @Content(schema = @Schema(implementation = RoleView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), service.role(id));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setRole", summary = "Replaces a role; holds within a second everywhere")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = RoleView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetRole request) {
    return tagged(Response.ok(), service.change(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeRole", summary = "Removes a role and takes it from everybody")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  private RoleView view(Role role) {
    return RoleView.of(role, service.mayChange(role));
  }

  private Response tagged(Response.ResponseBuilder answer, Role role) {
    return answer.tag(Versions.tag(role.version())).entity(view(role)).build();
  }
}
