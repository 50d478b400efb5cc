package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceChanges;
import org.lynceus.device.DeviceDraft;
import org.lynceus.device.DeviceFlow;
import org.lynceus.device.DevicePlace;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.DeviceService;
import org.lynceus.organisation.Site;
import org.lynceus.rest.device.listing.DeviceDirectory;
import org.lynceus.rest.device.listing.DeviceListParam;
import org.lynceus.rest.device.listing.DeviceSort;
import org.lynceus.rest.shared.Versions;

/** Devices: list, add, change, remove, and ask an address what it offers. */
@Path("devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceResource {
  @Inject private DeviceQueries queries;
  @Inject private DeviceFlow flow;
  @Inject private DeviceService service;
  @Inject private DeviceViews views;
  @Inject private DeviceDirectory directory;

  @GET
  @Operation(operationId = "listDevices", summary = "Devices that match, with how many there are")
  public DevicePage list(
      @BeanParam DeviceListParam param,
      @QueryParam("sort") @DefaultValue("NAME") DeviceSort sort,
      @QueryParam("descending") @DefaultValue("false") boolean descending,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Schema(description = "the next of the page before")
          @Nullable String after) {
    return directory.page(param, sort, descending, limit, after);
  }

  @POST
  @Operation(
      operationId = "addDevice",
      summary =
          "Adds an RTSP camera or an ONVIF device after asking it what it offers; stores nothing when"
              + " that fails. A device that dials in is added at once and waited for")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  public Response add(@Valid @NotNull AddDevice request) {
    DeviceRecord device =
        flow.add(
            request.siteId() == null ? Site.ROOT : request.siteId(),
            request.homeNode() == null || request.homeNode().isBlank()
                ? null
                : request.homeNode().strip(),
            DeviceDraft.of(
                request.name(),
                request.url(),
                request.subUrl(),
                request.certificate(),
                request.username(),
                request.password()));
    return tagged(Response.created(URI.create("v1/devices/" + device.id())), device);
  }

  @POST
  @Path("probe")
  @Operation(operationId = "probeDevice", summary = "What an address offers; stores nothing")
  public ProbeView probe(@Valid @NotNull ProbeDevice request) {
    return ProbeView.of(
        flow.probe(request.url(), request.certificate(), request.username(), request.password()));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDevice", summary = "One device")
  @APIResponse(
      responseCode = "200",
      description = "The device; its version is the ETag",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), queries.device(id));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "changeDevice", summary = "Changes name, site, address or credentials")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = DeviceView.class)))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull ChangeDevice request) {
    DeviceChanges changes =
        new DeviceChanges(
            request.name(),
            request.url(),
            request.subUrl(),
            request.certificate(),
            request.username(),
            request.password(),
            new DevicePlace(request.siteId(), request.homeNode()));
    return tagged(Response.ok(), flow.change(id, Versions.required(ifMatch), changes));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "removeDevice",
      summary = "Removes the device and its channels; recordings stay on the volumes")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  private Response tagged(Response.ResponseBuilder answer, DeviceRecord device) {
    return answer.tag(Versions.tag(device.version())).entity(views.device(device)).build();
  }
}
