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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
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
  public LiveViewList list(@Context SecurityContext security) {
    return new LiveViewList(
        service.views().stream().map(view -> LiveViewView.of(view, name(security))).toList());
  }

  @POST
  @Operation(operationId = "addLiveView", summary = "Saves a wall")
  @APIResponse(
      responseCode = "201",
      description = "Saved",
      content = @Content(schema = @Schema(implementation = LiveViewView.class)))
  public Response add(@Context SecurityContext security, @Valid @NotNull SetLiveView request) {
    LiveView added = service.addView(request.draft());
    return tagged(Response.created(URI.create("v1/live-views/" + added.id())), added, security);
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setLiveView", summary = "Changes a saved wall of one's own")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = LiveViewView.class)))
  public Response set(
      @Context SecurityContext security,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetLiveView request) {
    return tagged(
        Response.ok(),
        service.changeView(id, Versions.required(ifMatch), request.draft()),
        security);
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeLiveView", summary = "Removes a saved wall")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id) {
    service.removeView(id);
  }

  private static String name(SecurityContext security) {
    return security.getUserPrincipal().getName();
  }

  private static Response tagged(
      Response.ResponseBuilder answer, LiveView view, SecurityContext security) {
    return answer
        .tag(Versions.tag(view.version()))
        .entity(LiveViewView.of(view, name(security)))
        .build();
  }
}
