package org.lynceus.rest.device.care;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DevicePlace;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceService;
import org.lynceus.device.NamePattern;
import org.lynceus.rest.device.listing.DeviceChoice;
import org.lynceus.rest.device.listing.DeviceDirectory;
import org.lynceus.rest.device.listing.DeviceListParam;

/** Sets of devices: all that match, and changes that are done at once; each answers for itself. */
@Path("device-sets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceBulkResource {
  @Inject private DeviceService service;
  @Inject private DeviceQueries queries;
  @Inject private DeviceDirectory directory;

  @GET
  @Operation(
      operationId = "chooseDevices",
      summary = "All devices that match by name, for an act on all of them")
  public DeviceChoice choose(@BeanParam DeviceListParam param) {
    return directory.choice(param);
  }

  @POST
  @Path("changes")
  @Operation(operationId = "changeDevices", summary = "Moves or renames many devices")
  public DeviceResults change(@Valid @NotNull ChangeDevices request) {
    @Nullable NamePattern pattern = request.name() == null ? null : new NamePattern(request.name());
    DevicePlace goal = new DevicePlace(request.siteId(), request.homeNode());
    AtomicInteger number = new AtomicInteger();
    return DeviceResults.of(
        request.deviceIds(),
        id -> {
          int place = number.incrementAndGet();
          @Nullable String name = pattern == null ? null : pattern.name(queries.device(id), place);
          service.change(id, name, goal);
        });
  }

  @POST
  @Path("removals")
  @Operation(
      operationId = "removeDevices",
      summary = "Removes many devices and their channels; recordings stay on the volumes")
  public DeviceResults remove(@Valid @NotNull RemoveDevices request) {
    return DeviceResults.of(request.deviceIds(), service::remove);
  }
}
