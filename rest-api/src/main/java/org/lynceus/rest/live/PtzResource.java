package org.lynceus.rest.live;

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
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.PtzHold;
import org.lynceus.live.PtzMotion;
import org.lynceus.live.PtzService;

/**
 * Moving a camera. Who acts has the camera for ten seconds more; another user is refused with 409,
 * which names the holder, unless his level is higher.
 */
@Path("channels/{id}/ptz")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PtzResource {
  @Inject private PtzService service;

  @PUT
  @Path("movement")
  @Operation(
      operationId = "moveCamera",
      summary = "Moves with a speed for at most five seconds; all 0 stops")
  public PtzHoldView move(@PathParam("id") UUID id, @Valid @NotNull MoveCamera request) {
    return PtzHoldView.of(service.move(id, request.motion()));
  }

  @PUT
  @Path("position")
  @Operation(operationId = "pointCamera", summary = "Goes to a preset, home or a position")
  public PtzHoldView point(@PathParam("id") UUID id, @Valid @NotNull PointCamera request) {
    return PtzHoldView.of(
        request.motion()
            ? service.go(
                id,
                new PtzMotion(zero(request.pan()), zero(request.tilt()), zero(request.zoom())),
                request.relative())
            : service.visit(id, request.preset()));
  }

  @GET
  @Path("presets")
  @Operation(operationId = "listPresets", summary = "The positions the camera keeps")
  public PtzPresetList presets(@PathParam("id") UUID id) {
    return new PtzPresetList(service.presets(id).stream().map(PtzPresetView::of).toList());
  }

  @POST
  @Path("presets")
  @Operation(operationId = "keepPreset", summary = "Keeps where the camera looks now")
  public PtzPresetView keep(@PathParam("id") UUID id, @Valid @NotNull KeepPreset request) {
    return PtzPresetView.of(service.keep(id, request.name()));
  }

  @DELETE
  @Path("presets/{token}")
  @Operation(operationId = "forgetPreset", summary = "Removes a kept position")
  @APIResponse(responseCode = "204", description = "Removed")
  public void forget(@PathParam("id") UUID id, @PathParam("token") String token) {
    service.forget(id, token);
  }

  @GET
  @Path("hold")
  @Operation(operationId = "getPtzHold", summary = "Who moves the camera now; 204: nobody")
  public @Nullable PtzHoldView holder(@PathParam("id") UUID id) {
    PtzHold hold = service.holder(id);
    return hold == null ? null : PtzHoldView.of(hold);
  }

  @PUT
  @Path("hold")
  @Operation(operationId = "holdCamera", summary = "Keeps the camera for oneself")
  public PtzHoldView hold(@PathParam("id") UUID id, @Valid @NotNull HoldCamera request) {
    return PtzHoldView.of(service.hold(id, Duration.ofSeconds(request.seconds())));
  }

  @DELETE
  @Path("hold")
  @Operation(operationId = "releaseCamera", summary = "Gives the camera free")
  @APIResponse(responseCode = "204", description = "Free, as far as it was one's own")
  public void release(@PathParam("id") UUID id) {
    service.release(id);
  }

  private static double zero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
