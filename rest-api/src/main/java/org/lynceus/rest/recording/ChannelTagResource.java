package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.recording.Tag;
import org.lynceus.recording.TagService;
import org.lynceus.rest.shared.RangeParam;

/** Tags of a channel. */
@Path("channels/{id}/tags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChannelTagResource {
  private static final Duration LONGEST = Duration.ofDays(366);

  @Inject private TagService service;

  @GET
  @Operation(operationId = "listChannelTags", summary = "Tags of a channel in [from,to)")
  public TagPage list(@PathParam("id") UUID id, @BeanParam RangeParam range) {
    return new TagPage(
        service.tags(id, range.range(LONGEST)).stream().map(TagView::of).toList(), null);
  }

  @POST
  @Operation(operationId = "addTag", summary = "Names a moment of a recording")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = TagView.class)))
  public Response add(@PathParam("id") UUID id, @Valid @NotNull AddTag request) {
    Tag tag = service.add(id, request.at(), request.name(), request.note());
    return Response.created(URI.create("v1/tags/" + tag.id())).entity(TagView.of(tag)).build();
  }
}
