package org.lynceus.rest.recording;

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
import org.lynceus.recording.VolumeGroup;
import org.lynceus.recording.VolumeService;
import org.lynceus.rest.shared.Versions;

/** Groups of volumes. */
@Path("volume-groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VolumeGroupResource {
  @Inject private VolumeService service;

  @GET
  @Operation(operationId = "listVolumeGroups", summary = "All volume groups")
  public VolumeGroupList list() {
    return new VolumeGroupList(service.groups().stream().map(VolumeGroupView::of).toList());
  }

  @POST
  @Operation(operationId = "addVolumeGroup", summary = "Adds a volume group")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = VolumeGroupView.class)))
  public Response add(@Valid @NotNull SetVolumeGroup request) {
    VolumeGroup added = service.addGroup(request.name());
    return tagged(Response.created(URI.create("v1/volume-groups/" + added.id())), added);
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setVolumeGroup", summary = "Renames a volume group")
  @APIResponse(
      responseCode = "200",
      description = "Renamed",
      content = @Content(schema = @Schema(implementation = VolumeGroupView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetVolumeGroup request) {
    return tagged(
        Response.ok(), service.renameGroup(id, Versions.required(ifMatch), request.name()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeVolumeGroup", summary = "Removes a group nothing belongs to")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.removeGroup(id, Versions.required(ifMatch));
  }

  private static Response tagged(Response.ResponseBuilder answer, VolumeGroup group) {
    return answer.tag(Versions.tag(group.version())).entity(VolumeGroupView.of(group)).build();
  }
}
