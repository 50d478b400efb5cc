package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.device.DeviceQueries;

/**
 * One channel. A class beside {@link ChannelsResource}, because JAX-RS chooses the class by the
 * longest path first and {@code channels/{id}} has other classes, too.
 */
@Path("channels/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelResource {
  @Inject private DeviceQueries queries;
  @Inject private DeviceViews views;

  @GET
  @Operation(operationId = "getChannel", summary = "One channel")
  public ChannelView get(@PathParam("id") UUID id) {
    return views.channels(List.of(queries.channel(id))).get(0);
  }
}
