package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.Tag;
import org.lynceus.recording.TagService;
import org.lynceus.shared.Page;

/** Tags of all channels. */
@Path("tags")
@Produces(MediaType.APPLICATION_JSON)
public class TagResource {
  @Inject private TagService service;

  @GET
  @Operation(operationId = "searchTags", summary = "Tags of all channels, newest moment first")
  public TagPage search(
      @QueryParam("q") @Schema(description = "part of the name or note") @Nullable String q,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<Tag> page = service.search(q, limit, after);
    return new TagPage(page.items().stream().map(TagView::of).toList(), page.next());
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeTag", summary = "Removes a tag")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id) {
    service.remove(id);
  }
}
