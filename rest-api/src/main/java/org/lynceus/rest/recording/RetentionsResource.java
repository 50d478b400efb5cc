package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.recording.RetentionService;

/** How long recordings of many channels are kept. */
@Path("retentions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RetentionsResource {
  @Inject private RetentionService service;

  @PUT
  @Operation(
      operationId = "setRetentions",
      summary = "Sets how long recordings of many channels are kept, whatever was set before")
  public RetentionResults set(@Valid @NotNull SetRetentions request) {
    Set<UUID> set = service.setAll(request.channelIds(), request.retention());
    return new RetentionResults(
        request.channelIds().stream()
            .distinct()
            .map(id -> new RetentionResults.Item(id, set.contains(id)))
            .toList());
  }
}
