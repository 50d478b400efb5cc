package org.lynceus.rest.event;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventRetention;
import org.lynceus.event.EventRetentionService;
import org.lynceus.rest.shared.Versions;

/** How long events are kept. */
@Path("event-retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EventRetentionResource {
  @Inject private EventRetentionService service;

  @GET
  @Operation(operationId = "getEventRetention", summary = "How long events are kept")
  @APIResponse(
      responseCode = "200",
      description = "The retention; its version is the ETag",
      content = @Content(schema = @Schema(implementation = EventRetentionView.class)))
  public Response get() {
    return tagged(service.retention());
  }

  @PUT
  @Operation(
      operationId = "setEventRetention",
      summary = "Sets how long events are kept; what is too old then goes within ten minutes")
  @APIResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = EventRetentionView.class)))
  public Response set(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetEventRetention request) {
    return tagged(service.set(request.days(), Versions.required(ifMatch)));
  }

  private static Response tagged(EventRetention retention) {
    return Response.ok(EventRetentionView.of(retention))
        .tag(Versions.tag(retention.version()))
        .build();
  }
}
