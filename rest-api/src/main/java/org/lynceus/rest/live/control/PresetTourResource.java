package org.lynceus.rest.live.control;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.lynceus.live.control.PresetTourService;

/** Tours from preset to preset that a camera keeps and makes by itself. */
@Path("channels/{id}/ptz/tours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PresetTourResource {
  @Inject private PresetTourService service;

  @GET
  @Operation(operationId = "listPresetTours", summary = "The tours the camera keeps")
  public PresetTourList list(@PathParam("id") UUID id) {
    return new PresetTourList(service.tours(id).stream().map(PresetTourView::of).toList());
  }

  @POST
  @Operation(operationId = "addPresetTour", summary = "Makes a tour")
  public PresetTourView add(@PathParam("id") UUID id, @Valid @NotNull SetPresetTour request) {
    return PresetTourView.of(service.add(id, request.name(), request.tour()));
  }

  @PUT
  @Path("{token}")
  @Operation(operationId = "setPresetTour", summary = "Gives a tour its name and its stops")
  public PresetTourView set(
      @PathParam("id") UUID id,
      @PathParam("token") String token,
      @Valid @NotNull SetPresetTour request) {
    return PresetTourView.of(service.set(id, token, request.name(), request.tour()));
  }

  @DELETE
  @Path("{token}")
  @Operation(operationId = "removePresetTour", summary = "Removes a tour")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @PathParam("token") String token) {
    service.remove(id, token);
  }

  @PUT
  @Path("{token}/run")
  @Operation(operationId = "runPresetTour", summary = "Starts, pauses or stops a tour")
  @APIResponse(responseCode = "204", description = "The camera has done it")
  public void run(
      @PathParam("id") UUID id,
      @PathParam("token") String token,
      @Valid @NotNull RunPresetTour request) {
    service.operate(id, token, request.act());
  }
}
