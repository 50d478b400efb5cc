package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.Deletion;
import org.lynceus.recording.RetentionService;
import org.lynceus.shared.Page;

/** The log of what retention deleted. */
@Path("deletions")
@Produces(MediaType.APPLICATION_JSON)
public class DeletionResource {
  @Inject private RetentionService service;

  @GET
  @Operation(operationId = "listDeletions", summary = "What was deleted and why, newest first")
  public DeletionPage list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<Deletion> page = service.deletions(limit, after);
    return new DeletionPage(page.items().stream().map(DeletionView::of).toList(), page.next());
  }
}
