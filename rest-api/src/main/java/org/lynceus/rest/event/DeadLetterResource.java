package org.lynceus.rest.event;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.cluster.LocalNode;
import org.lynceus.event.dead.DeadLetterService;

/** Messages that could not be handled, of the node that answers. */
@Path("dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {
  @Inject private DeadLetterService service;
  @Inject private LocalNode node;

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "Messages that could not be handled, of the node that answers")
  public DeadLetterList list() {
    return new DeadLetterList(
        node.name(), service.count(), service.letters().stream().map(DeadLetterView::of).toList());
  }

  @POST
  @Path("{id}/replay")
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Puts a message back into its queue, where it is tried anew")
  @APIResponse(responseCode = "204", description = "Put back")
  public void replay(@PathParam("id") UUID id) {
    service.replay(id);
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "dropDeadLetter", summary = "Removes a message for ever")
  @APIResponse(responseCode = "204", description = "Removed")
  public void drop(@PathParam("id") UUID id) {
    service.drop(id);
  }
}
