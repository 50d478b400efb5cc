package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmFilter;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.AlarmQueue;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.rest.shared.Versions;
import org.lynceus.shared.Page;

/** Alarms, newest first. */
@Path("alarms")
@Produces(MediaType.APPLICATION_JSON)
public class AlarmResource {
  @Inject private AlarmQueries queries;

  @GET
  @Operation(operationId = "listAlarms", summary = "Alarms of a queue, newest first")
  public AlarmPage list(
      @QueryParam("queue") @DefaultValue("ALL") AlarmQueue queue,
      @QueryParam("q") @Nullable String q,
      @QueryParam("priority") @Nullable AlarmPriority priority,
      @QueryParam("schemeId") @Nullable UUID schemeId,
      @QueryParam("channelId") @Nullable UUID channelId,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<Alarm> page =
        queries.page(new AlarmFilter(queue, q, priority, schemeId, channelId), limit, after);
    return new AlarmPage(page.items().stream().map(AlarmView::of).toList(), page.next());
  }

  @GET
  @Path("count")
  @Operation(operationId = "countAlarms", summary = "How many alarms nobody has")
  public AlarmCount count() {
    Map<AlarmPriority, Long> open = queries.openByPriority();
    long all = open.values().stream().mapToLong(count -> count).sum();
    return new AlarmCount(all, AlarmReportView.Priorities.of(open));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getAlarm", summary = "One alarm")
  @APIResponse(
      responseCode = "200",
      description = "The alarm; its version is the ETag",
      content = @Content(schema = @Schema(implementation = AlarmView.class)))
  public Response get(@PathParam("id") UUID id) {
    Alarm alarm = queries.alarm(id);
    return Response.ok(AlarmView.of(alarm)).tag(Versions.tag(alarm.version())).build();
  }

  @GET
  @Path("{id}/history")
  @Operation(operationId = "getAlarmHistory", summary = "What happened to an alarm, in order")
  public AlarmHistoryView history(@PathParam("id") UUID id) {
    return AlarmHistoryView.of(queries.history(id));
  }

  @GET
  @Path("{id}/events")
  @Operation(
      operationId = "getAlarmEvents",
      summary = "The first 20 events an alarm is made of; none two days after it ended")
  public AlarmEventList events(@PathParam("id") UUID id) {
    return AlarmEventList.of(queries.events(id));
  }
}
