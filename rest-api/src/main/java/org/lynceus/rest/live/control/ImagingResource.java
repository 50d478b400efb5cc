package org.lynceus.rest.live.control;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.live.control.ImagingService;

/** Lens and picture of a camera; they belong to who has the camera, see the hold of its PTZ. */
@Path("channels/{id}/imaging")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImagingResource {
  @Inject private ImagingService service;

  @GET
  @Operation(
      operationId = "getImaging",
      summary = "How the picture is set, as far as the camera offers to set it, and its limits")
  public ImagingView get(@PathParam("id") UUID id) {
    return ImagingView.of(service.imaging(id));
  }

  @PUT
  @Operation(operationId = "setImaging", summary = "Sets what is named; the rest stays as it is")
  public ImagingView set(@PathParam("id") UUID id, @Valid @NotNull SetImaging request) {
    return ImagingView.of(service.set(id, request.change()));
  }

  @PUT
  @Path("lens")
  @Operation(
      operationId = "moveLens",
      summary = "Moves the focus for at most five seconds, 0 stops it; or the iris by a step")
  @APIResponse(responseCode = "204", description = "It moves")
  public void move(@PathParam("id") UUID id, @Valid @NotNull MoveLens request) {
    service.move(id, request.motion());
  }
}
