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
import org.lynceus.device.binding.BindingQueries;
import org.lynceus.device.binding.BindingService;
import org.lynceus.device.binding.ResourcePart;
import org.lynceus.live.control.InputQueries;

/** The inputs of a device and the cameras that show what happens there. */
@Path("devices/{id}/inputs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InputResource {
  @Inject private InputQueries queries;
  @Inject private BindingService service;
  @Inject private BindingQueries bindings;

  @GET
  @Operation(
      operationId = "listInputs",
      summary = "Inputs of a device, their states told last, and the cameras that show them")
  public InputList list(@PathParam("id") UUID id) {
    return InputList.of(queries.inputs(id));
  }

  @PUT
  @Path("{token}/cameras")
  @Operation(
      operationId = "bindInput",
      summary =
          "Says which cameras show an input, in their order; cameras that the caller may not"
              + " configure stay")
  public BoundCameras bind(
      @PathParam("id") UUID id,
      @PathParam("token") String token,
      @Valid @NotNull BindCameras request) {
    service.bindInput(id, token, request.channelIds());
    return BoundCameras.of(bindings.cameras(ResourcePart.input(id, token)));
  }
}
