package org.lynceus.rest.event;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/**
 * The event stream: {@code device-events} with an array of EventViews and the id of the last,
 * {@code alarms} with an array of AlarmViews and no id when some were raised or changed, {@code
 * ping} every ten seconds, {@code resync} when too much was missed, {@code rights} when the
 * reader's rights were changed. A reader gets the events that he may read at the moment they
 * happen. {@code Last-Event-ID} (or {@code ?lastEventId=}) continues where a reader stopped, on any
 * node.
 */
@Path("stream")
public class StreamResource {
  @Inject private StreamListeners listeners;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(operationId = "stream", summary = "Server-sent events; continues after Last-Event-ID")
  @APIResponse(
      responseCode = "200",
      description =
          "Events device-events (array of EventView), alarms (array of AlarmView), ping, resync,"
              + " rights",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  public void stream(
      @Context SseEventSink sink,
      @Context Sse sse,
      @HeaderParam("Last-Event-ID") @Nullable String header,
      @QueryParam("lastEventId") @Nullable String parameter) {
    listeners.join(sink, sse, id(header == null ? parameter : header));
  }

  private static @Nullable Long id(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw DomainException.invalid("Last-Event-ID", "This is not the id of an event.");
    }
  }
}
