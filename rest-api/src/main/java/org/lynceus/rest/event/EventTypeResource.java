package org.lynceus.rest.event;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventCatalogue;

/** The catalogue of events: what can happen, and what it is called. */
@Path("event-types")
@Produces(MediaType.APPLICATION_JSON)
public class EventTypeResource {
  @GET
  @Operation(
      operationId = "listEventTypes",
      summary = "All types of events, by category; fewer than 1,000")
  @APIResponse(
      responseCode = "200",
      description = "The catalogue of this release; with If-None-Match and its ETag 304",
      content = @Content(schema = @Schema(implementation = EventTypeList.class)))
  public Response list(@Context Request request) {
    EventCatalogue catalogue = EventCatalogue.known();
    EntityTag tag = new EntityTag(catalogue.tag());
    Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    EventTypeList list =
        new EventTypeList(catalogue.types().stream().map(EventTypeView::of).toList());
    return Response.ok(list).tag(tag).header("Cache-Control", "private, no-cache").build();
  }
}
