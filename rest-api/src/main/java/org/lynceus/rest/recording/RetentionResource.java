package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.ChannelRetention;
import org.lynceus.recording.RetentionService;
import org.lynceus.rest.shared.Versions;

/** How long recordings of a channel are kept. */
@Path("channels/{id}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RetentionResource {
  @Inject private RetentionService service;

  @GET
  @Operation(operationId = "getRetention", summary = "How long recordings are kept")
  @APIResponse(
      responseCode = "200",
      description = "The retention; its version is the ETag, 0 when it was never set",
      content = @Content(schema = @Schema(implementation = RetentionView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(service.retention(id));
  }

  @PUT
  @Operation(operationId = "setRetention", summary = "Sets how long recordings are kept")
  @APIResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = RetentionView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetRetention request) {
    return tagged(service.set(id, request.with(Versions.required(ifMatch))));
  }

  private static Response tagged(ChannelRetention retention) {
    return Response.ok(RetentionView.of(retention)).tag(Versions.tag(retention.version())).build();
  }
}
