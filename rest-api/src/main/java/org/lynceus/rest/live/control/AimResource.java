package org.lynceus.rest.live.control;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.live.control.AimService;
import org.lynceus.live.control.PictureBox;
import org.lynceus.rest.live.PtzHoldView;

/** What a camera's head can do beyond moving. */
@Path("channels/{id}/ptz")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AimResource {
  @Inject private AimService service;

  @GET
  @Path("features")
  @Operation(operationId = "getPtzFeatures", summary = "What the camera's head can do")
  public PtzFeatures features(@PathParam("id") UUID id) {
    return PtzFeatures.of(service.features(id));
  }

  @POST
  @Path("auxiliary")
  @Operation(operationId = "sendAuxiliary", summary = "Sends a command such as tt:Wiper|On")
  @APIResponse(responseCode = "204", description = "The camera has done it")
  public void auxiliary(@PathParam("id") UUID id, @Valid @NotNull SendAuxiliary request) {
    service.auxiliary(id, request.command());
  }

  @PUT
  @Path("view")
  @Operation(
      operationId = "aimCamera",
      summary = "Turns to a box on the picture and comes closer until it is filled")
  public PtzHoldView aim(@PathParam("id") UUID id, @Valid @NotNull AimCamera box) {
    return PtzHoldView.of(
        service.aim(id, new PictureBox(box.left(), box.top(), box.width(), box.height())));
  }
}
