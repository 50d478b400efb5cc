package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmSearch;
import org.lynceus.alarm.AlarmSearchQueries;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Csv;
import org.lynceus.shared.Page;

/** The search among alarms of any time, and its export. */
@Path("alarm-search")
@Produces(MediaType.APPLICATION_JSON)
public class AlarmSearchResource {
  @Inject private AlarmSearchQueries queries;
  @Inject private AlarmCsv csv;
  @Inject private AuditLog log;

  @GET
  @Operation(
      operationId = "searchAlarms",
      summary =
          "Alarms of any time; those that began last come first. A page looks at so many alarms only: it may"
              + " have fewer than asked for, also none; there is nothing more when it has no next")
  public AlarmFound list(
      @BeanParam AlarmSearchParam search,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<Alarm> page = queries.page(search.search(), limit, after);
    return AlarmFound.of(page);
  }

  /** The export is an entry of the audit log. */
  @GET
  @Path("export.csv")
  @Produces(Csv.TYPE)
  @Operation(operationId = "exportAlarms", summary = "What is found, for spreadsheets, UTF-8")
  @APIResponse(
      responseCode = "200",
      description = "A line per alarm with its comments; those that began last come first",
      content = @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)))
  public Response export(
      @BeanParam AlarmSearchParam param,
      @QueryParam("mark")
          @DefaultValue("true")
          @Parameter(description = "begins with the mark by which spreadsheets know UTF-8")
          boolean mark) {
    AlarmSearch search = param.search();
    Page<Alarm> first = csv.first(search);
    log.note(AuditAct.of("alarm.export", "alarm", null, "alarms").is(search));
    StreamingOutput body = output -> csv.write(search, first, mark, output);
    return Response.ok(body, Csv.TYPE + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"alarms.csv\"")
        .build();
  }
}
