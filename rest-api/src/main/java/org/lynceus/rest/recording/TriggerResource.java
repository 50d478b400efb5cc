package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.recording.RecordingKind;
import org.lynceus.recording.RecordingQueries;
import org.lynceus.recording.TriggerService;
import org.lynceus.shared.DomainException;

/** Recording for a while: by hand, because of motion or an alarm. */
@Path("channels/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TriggerResource {
  @Inject private TriggerService service;
  @Inject private RecordingQueries queries;

  @PUT
  @Path("manual-recording")
  @Operation(
      operationId = "recordByHand",
      summary = "Records for so many seconds from now, whatever was asked before")
  public RecordingView start(@PathParam("id") UUID id, @Valid @NotNull RecordByHand request) {
    service.recordByHand(id, request.seconds());
    return RecordingView.of(queries.recording(id));
  }

  @DELETE
  @Path("manual-recording")
  @Operation(operationId = "stopRecordingByHand", summary = "Ends recording by hand")
  public RecordingView stop(@PathParam("id") UUID id) {
    service.stopByHand(id);
    return RecordingView.of(queries.recording(id));
  }

  @POST
  @Path("recording-triggers")
  @Operation(
      operationId = "triggerRecording",
      summary = "Motion or an alarm: recorded when an active plan of that kind waits for it")
  public TriggerView trigger(@PathParam("id") UUID id, @Valid @NotNull TriggerRecording request) {
    if (request.kind() != RecordingKind.MOTION && request.kind() != RecordingKind.ALARM) {
      throw DomainException.invalid("/kind", "A trigger is MOTION or ALARM.");
    }
    int seconds = request.seconds() == null ? 1 : request.seconds();
    return new TriggerView(service.trigger(id, request.kind(), seconds));
  }
}
