package org.lynceus.rest.event;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventQueries;
import org.lynceus.event.StoredEvent;
import org.lynceus.shared.Page;

/** Stored events, newest first. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
  @Inject private EventQueries queries;

  @GET
  @Operation(operationId = "listEvents", summary = "Events of all devices or of one, newest first")
  public EventPage list(
      @QueryParam("deviceId") @Nullable UUID deviceId,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<StoredEvent> page = queries.page(deviceId, limit, after);
    return new EventPage(page.items().stream().map(EventView::of).toList(), page.next());
  }
}
