package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.DeviceManagementFlow;

/** The device itself rather than its pictures: clock, network, accounts, restart. */
@Path("devices/{id}/management")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceManagementResource {
  @Inject private DeviceManagementFlow flow;

  @GET
  @Operation(
      operationId = "getDeviceFacts",
      summary = "What a device says of itself now, by ONVIF or over the connection it opened")
  public DeviceFactsView get(@PathParam("id") UUID id) {
    return DeviceFactsView.of(flow.facts(id));
  }

  @POST
  @Path("clock")
  @Operation(
      operationId = "setDeviceClock",
      summary = "Sets the device's clock to the center's, or lets it ask a time server")
  public DeviceFactsView setClock(
      @PathParam("id") UUID id, @Valid @NotNull SetDeviceClock request) {
    return DeviceFactsView.of(flow.setClock(id, request.server()));
  }

  @POST
  @Path("restart")
  @Operation(operationId = "restartDevice", summary = "Restarts the device")
  @APIResponse(responseCode = "204", description = "The device said it restarts")
  public void restart(@PathParam("id") UUID id) {
    flow.restart(id);
  }

  @POST
  @Path("check")
  @Operation(
      operationId = "checkDevice",
      summary = "Asks the device now, with its password even where it was rejected before")
  @APIResponse(responseCode = "204", description = "It is asked; the device's state tells the rest")
  public void check(@PathParam("id") UUID id) {
    flow.check(id);
  }
}
