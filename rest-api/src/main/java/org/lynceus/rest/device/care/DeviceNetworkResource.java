package org.lynceus.rest.device.care;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.care.DeviceNetworkFlow;
import org.lynceus.rest.device.DeviceView;
import org.lynceus.rest.device.DeviceViews;
import org.lynceus.rest.shared.Versions;

/** The network of an ONVIF device, and following it to a new address. */
@Path("devices/{id}/network")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeviceNetworkResource {
  @Inject private DeviceNetworkFlow flow;
  @Inject private DeviceViews views;

  @GET
  @Operation(
      operationId = "getDeviceMove",
      summary = "Where the device was told to go and was not found yet")
  public DeviceMoveView move(@PathParam("id") UUID id) {
    var url = flow.moving(id);
    return new DeviceMoveView(false, url == null ? null : url.toString());
  }

  @PUT
  @Operation(
      operationId = "setDeviceNetwork",
      summary = "Sets host name, gateway, name servers or address; only what is there")
  public DeviceMoveView set(@PathParam("id") UUID id, @Valid @NotNull SetDeviceNetwork request) {
    var outcome = flow.set(id, request.draft());
    var url = outcome.newUrl();
    return new DeviceMoveView(outcome.restartNeeded(), url == null ? null : url.toString());
  }

  @POST
  @Path("follow")
  @Operation(
      operationId = "followDevice",
      summary = "Uses the device at its new address once the same device has answered there")
  @APIResponse(
      responseCode = "200",
      description = "Found; the device at its new address",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  public Response follow(@PathParam("id") UUID id) {
    DeviceRecord device = flow.follow(id);
    return Response.ok(views.device(device)).tag(Versions.tag(device.version())).build();
  }
}
