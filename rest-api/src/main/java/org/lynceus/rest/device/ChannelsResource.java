package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.Page;

/** Channels of all devices. */
@Path("channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {
  @Inject private DeviceQueries queries;
  @Inject private DeviceViews views;

  @GET
  @Operation(operationId = "listChannels", summary = "Channels by name")
  public ChannelPage list(
      @QueryParam("site") @Schema(description = "a site; with all below it") @Nullable UUID site,
      @QueryParam("q") @Schema(description = "part of the name") @Nullable String q,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Schema(description = "the next of the page before")
          @Nullable String after) {
    Page<ChannelRecord> page = queries.channels(site, q, limit, after);
    return new ChannelPage(views.channels(page.items()), page.next());
  }
}
