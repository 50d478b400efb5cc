package org.lynceus.rest.device.care;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.care.DeviceAccountFlow;

/** Accounts of an ONVIF device; they are listed with what the device says of itself. */
@Path("devices/{id}/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeviceAccountResource {
  @Inject private DeviceAccountFlow flow;

  @POST
  @Operation(operationId = "addDeviceAccount", summary = "Makes an account in the device")
  @APIResponse(responseCode = "204", description = "The device has made it")
  public void add(@PathParam("id") UUID id, @Valid @NotNull AddDeviceAccount request) {
    flow.create(id, request.name(), request.password(), request.level());
  }

  @PUT
  @Path("{name}")
  @Operation(
      operationId = "setDeviceAccount",
      summary = "Changes level and password of an account that the center does not use itself")
  @APIResponse(responseCode = "204", description = "The device has changed it")
  public void set(
      @PathParam("id") UUID id,
      @PathParam("name") String name,
      @Valid @NotNull SetDeviceAccount request) {
    flow.set(id, name, request.password(), request.level());
  }

  @DELETE
  @Path("{name}")
  @Operation(
      operationId = "removeDeviceAccount",
      summary = "Removes an account that the center does not use itself")
  @APIResponse(responseCode = "204", description = "The device has removed it")
  public void remove(@PathParam("id") UUID id, @PathParam("name") String name) {
    flow.delete(id, name);
  }
}
