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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.alarm.linkage.NoticeService;

/** Notices of alarms to the caller. */
@Path("alarm-notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
  @Inject private NoticeService service;

  @GET
  @Operation(operationId = "listAlarmNotices", summary = "The caller's newest notices of alarms")
  public NoticeList list() {
    return NoticeList.of(service.notices());
  }

  @POST
  @Path("reading")
  @Operation(operationId = "readAlarmNotices", summary = "The caller has read all his notices")
  @APIResponse(responseCode = "204", description = "Read")
  public void read() {
    service.read();
  }

  @POST
  @Path("{id}/reading")
  @Operation(operationId = "readAlarmNotice", summary = "The caller has read one of his notices")
  @APIResponse(responseCode = "204", description = "Read")
  public void readOne(@PathParam("id") UUID id) {
    service.read(id);
  }
}
