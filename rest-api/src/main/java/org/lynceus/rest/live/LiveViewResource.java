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
import org.lynceus.live.LiveView;
import org.lynceus.live.LiveViewService;
import org.lynceus.rest.shared.Versions;

/** Saved walls. */
@Path("live-views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LiveViewResource {
  @Inject private LiveViewService service;

  @GET
  @Operation(operationId = "listLiveViews", summary = "One's own and the shared walls")
  public LiveViewList list() {
    return new LiveViewList(service.views().stream().map(LiveViewView::of).toList());
  }

  @POST
  @Operation(operationId = "addLiveView", summary = "Saves a wall")
  @APIResponse(
      responseCode = "201",
      description = "Saved",
      content = @Content(schema = @Schema(implementation = LiveViewView.class)))
  public Response add(@Valid @NotNull SetLiveView request) {
    LiveView added = service.addView(request.draft());
    return tagged(Response.created(URI.create("v1/live-views/" + added.id())), added);
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setLiveView", summary = "Changes a saved wall of one's own")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = LiveViewView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetLiveView request) {
    return tagged(
        Response.ok(), service.changeView(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeLiveView", summary = "Removes a saved wall")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id) {
    service.removeView(id);
  }

  private static Response tagged(Response.ResponseBuilder answer, LiveView view) {
    return answer.tag(Versions.tag(view.version())).entity(LiveViewView.of(view)).build();
  }
}
