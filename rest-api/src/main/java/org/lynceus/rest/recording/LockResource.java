package org.lynceus.rest.recording;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.LockService;
import org.lynceus.recording.RecordingLock;
import org.lynceus.shared.TimeRange;

/** Locks that keep recordings from being deleted. */
@Path("recording-locks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LockResource {
  private static final Duration LONGEST = Duration.ofDays(36_600);

  @Inject private LockService service;

  @GET
  @Operation(operationId = "listRecordingLocks", summary = "Locks that hold, newest first")
  public LockList list(
      @QueryParam("channelId") @Nullable UUID channel,
      @QueryParam("from") @Schema(format = "date-time") @Nullable String from,
      @QueryParam("to") @Schema(format = "date-time") @Nullable String to) {
    @Nullable TimeRange range =
        from == null && to == null ? null : TimeRange.parse(from, to, LONGEST);
    return new LockList(service.locks(channel, range).stream().map(LockView::of).toList());
  }

  @POST
  @Operation(operationId = "addRecordingLock", summary = "Locks recordings, with a reason")
  @APIResponse(
      responseCode = "201",
      description = "Locked",
      content = @Content(schema = @Schema(implementation = LockView.class)))
  public Response add(@Valid @NotNull AddLock request) {
    RecordingLock lock =
        service.add(
            request.channelIds(),
            new TimeRange(request.from(), request.to()),
            request.kind(),
            request.until(),
            request.reason());
    return Response.created(URI.create("v1/recording-locks/" + lock.id()))
        .entity(LockView.of(lock))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeRecordingLock", summary = "Removes a lock, with a reason")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @QueryParam("reason") @Nullable String reason) {
    service.remove(id, reason);
  }
}
