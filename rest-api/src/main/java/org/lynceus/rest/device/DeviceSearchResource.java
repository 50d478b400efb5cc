package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceSearch;
import org.lynceus.device.DeviceSearchService;

/** Looking for devices in the network. One's own searches only. */
@Path("device-searches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceSearchResource {
  @Inject private DeviceSearchService service;
  @Inject private DeviceQueries queries;

  @POST
  @Operation(
      operationId = "startDeviceSearch",
      summary = "Looks for devices by WS-Discovery or in a range; presents no password to anybody")
  @APIResponse(
      responseCode = "201",
      description = "Started",
      content = @Content(schema = @Schema(implementation = DeviceSearchView.class)))
  public Response start(@Valid @NotNull StartSearch request) {
    DeviceSearch search = service.start(request.range());
    return Response.created(URI.create("v1/device-searches/" + search.id()))
        .entity(view(search))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDeviceSearch", summary = "What a search found so far")
  public DeviceSearchView get(@PathParam("id") UUID id) {
    return view(service.search(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "cancelDeviceSearch", summary = "Ends a search early")
  @APIResponse(responseCode = "204", description = "Ended")
  public void cancel(@PathParam("id") UUID id) {
    service.cancel(id);
  }

  @GET
  @Path("networks")
  @Operation(
      operationId = "listSearchNetworks",
      summary = "Networks in which this node may scan addresses")
  public SearchNetworks networks() {
    return new SearchNetworks(service.networks());
  }

  private DeviceSearchView view(DeviceSearch search) {
    return DeviceSearchView.of(
        search,
        queries.atAddresses(
            search.found().stream().map(found -> found.address().toString()).toList()));
  }
}
