package org.lynceus.rest.device.config;

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
import org.lynceus.device.config.EncoderFlow;

/** How the streams of a channel are encoded, as its ONVIF device tells it now. */
@Path("channels/{id}/encoders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EncoderResource {
  @Inject private EncoderFlow flow;

  @GET
  @Operation(
      operationId = "listEncoders",
      summary = "How a channel's streams are encoded, and what the device offers for each")
  public EncoderList list(@PathParam("id") UUID id) {
    return new EncoderList(flow.encoders(id).stream().map(EncoderView::of).toList());
  }

  @PUT
  @Path("{encoder}")
  @Operation(
      operationId = "setEncoder",
      summary =
          "Sets what is named of an encoder, and tells what the device made of it; the device"
              + " usually breaks its streams off, and the center comes back by itself")
  public EncoderOutcomeView set(
      @PathParam("id") UUID id,
      @PathParam("encoder") String encoder,
      @Valid @NotNull SetEncoder request) {
    return EncoderOutcomeView.of(flow.set(id, encoder, request.change()));
  }
}
