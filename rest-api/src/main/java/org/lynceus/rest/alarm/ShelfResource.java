package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.lynceus.alarm.Shelf;
import org.lynceus.alarm.ShelfService;

/** Alarms held back for a time. */
@Path("shelves")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShelfResource {
  @Inject private ShelfService service;

  @GET
  @Operation(operationId = "listShelves", summary = "What is held back now")
  public ShelfList list() {
    return new ShelfList(service.shelves().stream().map(ShelfView::of).toList());
  }

  @POST
  @Operation(
      operationId = "shelveAlarm",
      summary = "Holds back the alarms of a source and type, or of a scheme")
  @APIResponse(
      responseCode = "201",
      description = "Held back",
      content = @Content(schema = @Schema(implementation = ShelfView.class)))
  public Response shelve(@Valid @NotNull ShelveAlarm request) {
    Shelf shelf =
        service.shelve(
            request.alarmId(), request.wholeScheme(), request.reason(), request.minutes());
    return Response.created(URI.create("v1/shelves/" + shelf.id()))
        .entity(ShelfView.of(shelf))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "endShelf", summary = "Lets go what is held back")
  @APIResponse(responseCode = "204", description = "Ended")
  public void end(@PathParam("id") UUID id) {
    service.end(id);
  }
}
