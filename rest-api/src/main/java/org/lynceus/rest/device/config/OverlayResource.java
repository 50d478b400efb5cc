package org.lynceus.rest.device.config;

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
import org.lynceus.device.config.OverlayFlow;

/** Texts that an ONVIF device writes into the picture of a channel. */
@Path("channels/{id}/overlays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OverlayResource {
  @Inject private OverlayFlow flow;

  @GET
  @Operation(
      operationId = "listOverlays",
      summary = "What the device writes into the picture, and what it lets be written")
  public OverlayList list(@PathParam("id") UUID id) {
    return OverlayList.of(flow.overlays(id));
  }

  @POST
  @Operation(operationId = "addOverlay", summary = "Adds a text, a date or a time to the picture")
  public OverlayOutcomeView add(@PathParam("id") UUID id, @Valid @NotNull SetOverlay request) {
    return OverlayOutcomeView.of(flow.add(id, request.content()));
  }

  @PUT
  @Path("{overlay}")
  @Operation(operationId = "setOverlay", summary = "Changes what is written, where, or how large")
  public OverlayOutcomeView set(
      @PathParam("id") UUID id,
      @PathParam("overlay") String overlay,
      @Valid @NotNull SetOverlay request) {
    return OverlayOutcomeView.of(flow.set(id, overlay, request.content()));
  }

  @DELETE
  @Path("{overlay}")
  @Operation(operationId = "removeOverlay", summary = "Takes a text out of the picture")
  @APIResponse(responseCode = "204", description = "The device has removed it")
  public void remove(@PathParam("id") UUID id, @PathParam("overlay") String overlay) {
    flow.remove(id, overlay);
  }

  @POST
  @Path("name")
  @Operation(
      operationId = "writeChannelName",
      summary =
          "Writes the channel's name into the picture: a text that is at this place already is"
              + " replaced, anything else there is left alone")
  @APIResponse(responseCode = "200", description = "The device has written it, or had it already")
  public NameOutcomeView name(@PathParam("id") UUID id, @Valid @NotNull WriteChannelName request) {
    return new NameOutcomeView(
        flow.name(id, request.position()).map(OverlayOutcomeView::of).orElse(null));
  }
}
