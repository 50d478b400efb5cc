package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.LockService;
import org.lynceus.recording.RecordingQueries;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.recording.RecordingService;
import org.lynceus.recording.SegmentQueries;
import org.lynceus.recording.TagService;
import org.lynceus.rest.shared.RangeParam;
import org.lynceus.rest.shared.Versions;
import org.lynceus.rest.shared.Zones;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TimeRange;

/** Recording of a channel: the switch, and what there is. */
@Path("channels/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecordingResource {
  private static final Duration LONGEST = Duration.ofDays(31);

  @Inject private RecordingQueries queries;
  @Inject private RecordingService service;
  @Inject private SegmentQueries segments;
  @Inject private TagService tags;
  @Inject private LockService locks;

  @GET
  @Path("recording")
  @Operation(operationId = "getRecording", summary = "Whether the channel is recorded")
  @APIResponse(
      responseCode = "200",
      description = "Recording of the channel; its version is the ETag",
      content = @Content(schema = @Schema(implementation = RecordingView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(queries.recording(id));
  }

  @PUT
  @Path("recording")
  @Operation(operationId = "setRecording", summary = "Switches continuous recording on or off")
  @APIResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = RecordingView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetRecording request) {
    return tagged(service.set(id, request.enabled(), Versions.required(ifMatch)));
  }

  @GET
  @Path("timeline")
  @Operation(
      operationId = "getTimeline",
      summary = "What is recorded in [from,to), at most 31 days")
  public TimelineView timeline(
      @PathParam("id") UUID id,
      @BeanParam RangeParam range,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream) {
    TimeRange asked = range.range(LONGEST);
    StreamKey key = new StreamKey(id, stream);
    return TimelineView.of(
        segments.timeline(key, asked),
        segments.triggers(key, asked),
        tags.tags(id, asked),
        locks.locks(id, asked));
  }

  @GET
  @Path("recorded-days")
  @Operation(operationId = "getRecordedDays", summary = "Days of a month that have recordings")
  public RecordedDaysView recordedDays(
      @PathParam("id") UUID id,
      @QueryParam("month") @Parameter(required = true, description = "yyyy-MM")
          @Nullable String month,
      @QueryParam("zone") @DefaultValue("UTC") @Schema(description = "IANA zone") String zone,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream) {
    return new RecordedDaysView(
        segments.recordedDays(new StreamKey(id, stream), month(month), Zones.read("zone", zone)));
  }

  private static YearMonth month(@Nullable String text) {
    try {
      return YearMonth.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw DomainException.invalid("month", "Give the month as 2026-11.");
    }
  }

  private static Response tagged(RecordingRecord recording) {
    return Response.ok(RecordingView.of(recording)).tag(Versions.tag(recording.version())).build();
  }
}
