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
import org.lynceus.live.control.OutputService;

/** Relay outputs and digital inputs of the device behind a channel. */
@Path("channels/{id}/outputs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OutputResource {
  @Inject private OutputService service;

  @GET
  @Operation(
      operationId = "listOutputs",
      summary = "Outputs and inputs of the device, with the states its events told last")
  public ContactList list(@PathParam("id") UUID id) {
    return ContactList.of(service.contacts(id));
  }

  @PUT
  @Path("{token}")
  @Operation(
      operationId = "switchOutput",
      summary = "Switches an output; one with a time falls back by itself")
  @APIResponse(responseCode = "204", description = "The device has done it")
  public void set(
      @PathParam("id") UUID id,
      @PathParam("token") String token,
      @Valid @NotNull SwitchOutput request) {
    service.set(id, token, request.active());
  }
}
