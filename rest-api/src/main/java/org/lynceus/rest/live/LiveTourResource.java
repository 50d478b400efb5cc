package org.lynceus.rest.live;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;
import org.lynceus.live.LiveTour;
import org.lynceus.live.LiveViewService;
import org.lynceus.rest.shared.Versions;

/** Saved tours. */
@Path("live-tours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LiveTourResource {
  @Inject private LiveViewService service;

  @GET
  @Operation(operationId = "listLiveTours", summary = "One's own and the shared tours")
  public LiveTourList list() {
    return new LiveTourList(service.tours().stream().map(LiveTourView::of).toList());
  }

  @POST
  @Operation(operationId = "addLiveTour", summary = "Saves a tour")
  @APIResponse(
      responseCode = "201",
      description = "Saved",
      content = @Content(schema = @Schema(implementation = LiveTourView.class)))
  public Response add(@Valid @NotNull SetLiveTour request) {
    LiveTour added = service.addTour(request.draft());
    return tagged(Response.created(URI.create("v1/live-tours/" + added.id())), added);
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setLiveTour", summary = "Changes a saved tour of one's own")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = LiveTourView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetLiveTour request) {
    return tagged(
        Response.ok(), service.changeTour(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeLiveTour", summary = "Removes a saved tour")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id) {
    service.removeTour(id);
  }

  private static Response tagged(Response.ResponseBuilder answer, LiveTour tour) {
    return answer.tag(Versions.tag(tour.version())).entity(LiveTourView.of(tour)).build();
  }
}
