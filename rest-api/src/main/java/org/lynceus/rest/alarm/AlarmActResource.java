package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.alarm.AlarmAct;
import org.lynceus.alarm.AlarmBulk;
import org.lynceus.alarm.AlarmService;

/**
 * What people do about alarms. Each act is guarded by the state of the alarm: 409 says which state,
 * or who has it.
 */
@Path("alarms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AlarmActResource {
  @Inject private AlarmService service;
  @Inject private AlarmBulk bulk;

  @POST
  @Path("{id}/claim")
  @Operation(operationId = "claimAlarm", summary = "Makes the alarm one's own; 409 with its owner")
  public AlarmView claim(@PathParam("id") UUID id, @Valid @NotNull AlarmComment request) {
    return AlarmView.of(service.act(id, request.act(AlarmAct.Kind.CLAIM)));
  }

  @POST
  @Path("{id}/takeover")
  @Operation(operationId = "takeAlarmOver", summary = "Takes the alarm from whoever has it")
  public AlarmView takeOver(@PathParam("id") UUID id, @Valid @NotNull AlarmComment request) {
    return AlarmView.of(service.act(id, request.act(AlarmAct.Kind.TAKE_OVER)));
  }

  @POST
  @Path("{id}/forwarding")
  @Operation(operationId = "forwardAlarm", summary = "Gives the alarm to another user")
  public AlarmView forward(@PathParam("id") UUID id, @Valid @NotNull ForwardAlarm request) {
    return AlarmView.of(service.act(id, request.act()));
  }

  @POST
  @Path("{id}/release")
  @Operation(operationId = "releaseAlarm", summary = "Gives the alarm back to everybody")
  public AlarmView release(@PathParam("id") UUID id, @Valid @NotNull AlarmComment request) {
    return AlarmView.of(service.act(id, request.act(AlarmAct.Kind.RELEASE)));
  }

  @POST
  @Path("{id}/resolution")
  @Operation(operationId = "closeAlarm", summary = "Says what the alarm was")
  public AlarmView close(@PathParam("id") UUID id, @Valid @NotNull CloseAlarm request) {
    return AlarmView.of(service.act(id, request.act()));
  }

  @POST
  @Path("{id}/reopening")
  @Operation(operationId = "reopenAlarm", summary = "Opens a closed alarm again")
  public AlarmView reopen(@PathParam("id") UUID id, @Valid @NotNull AlarmComment request) {
    return AlarmView.of(service.act(id, request.act(AlarmAct.Kind.REOPEN)));
  }

  @POST
  @Path("{id}/comments")
  @Operation(operationId = "commentAlarm", summary = "Adds a comment, which is needed")
  public AlarmView comment(@PathParam("id") UUID id, @Valid @NotNull AlarmComment request) {
    return AlarmView.of(service.act(id, request.act(AlarmAct.Kind.COMMENT)));
  }

  @POST
  @Path("bulk")
  @Operation(operationId = "actOnAlarms", summary = "Does one thing about many alarms, each alone")
  public BulkResults many(@Valid @NotNull BulkAct request) {
    return BulkResults.of(bulk.act(request.ids(), request.parsed()));
  }
}
