package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.alarm.linkage.AlarmActionService;

/** What is done about an alarm by its scheme, and the pictures that were kept of it. */
@Path("alarms")
@Produces(MediaType.APPLICATION_JSON)
public class AlarmActionsResource {
  @Inject private AlarmActionService service;

  @GET
  @Path("{id}/actions")
  @Operation(operationId = "listAlarmActions", summary = "What is done about an alarm, in order")
  public AlarmActionList actions(@PathParam("id") UUID id) {
    return new AlarmActionList(service.actions(id).stream().map(AlarmActionView::of).toList());
  }

  @POST
  @Path("{id}/actions/{number}/attempts")
  @Operation(operationId = "tryAlarmActionAgain", summary = "Tries a failed action again")
  public AlarmActionView again(@PathParam("id") UUID id, @PathParam("number") int number) {
    return AlarmActionView.of(service.again(id, number));
  }

  @GET
  @Path("{id}/pictures")
  @Operation(operationId = "listAlarmPictures", summary = "The pictures kept of an alarm")
  public AlarmPictureList pictures(@PathParam("id") UUID id) {
    return AlarmPictureList.of(service.pictures(id));
  }

  @GET
  @Path("{id}/pictures/{picture}.jpg")
  @Produces("image/jpeg")
  @Operation(operationId = "getAlarmPicture", summary = "A picture kept of an alarm")
  public byte[] picture(@PathParam("id") UUID id, @PathParam("picture") UUID picture) {
    return service.picture(id, picture);
  }
}
