package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Page;

/** Channels of all devices. */
@Path("channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {
  private static final int AT_ONCE = 200;

  @Inject private DeviceQueries queries;
  @Inject private DeviceViews views;

  @GET
  @Operation(operationId = "listChannels", summary = "Channels by name, or some by their ids")
  public ChannelPage list(
      @QueryParam("site") @Schema(description = "a site; with all below it") @Nullable UUID site,
      @QueryParam("q") @Schema(description = "part of the name") @Nullable String q,
      @QueryParam("id")
          @Parameter(
              description = "only these, at most 200; then nothing else counts",
              schema = @Schema(type = SchemaType.ARRAY, implementation = UUID.class))
          List<UUID> ids,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Schema(description = "the next of the page before")
          @Nullable String after) {
    if (!ids.isEmpty()) {
      return some(ids);
    }
    Page<ChannelRecord> page = queries.channels(site, q, limit, after);
    return new ChannelPage(
        views.channels(page.items()), page.next(), queries.channelCount(site, q));
  }

  private ChannelPage some(List<UUID> ids) {
    if (ids.size() > AT_ONCE) {
      throw DomainException.invalid("id", "At most " + AT_ONCE + " channels at once.");
    }
    List<ChannelRecord> found = queries.channels(ids.stream().distinct().toList());
    return new ChannelPage(views.channels(found), null, (long) found.size());
  }
}
