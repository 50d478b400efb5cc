package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.GapReport;
import org.lynceus.recording.GapReports;
import org.lynceus.rest.shared.Zones;
import org.lynceus.shared.DomainException;

/** The daily report of gaps. */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
public class GapReportResource {
  private static final String CSV = "text/csv";

  @Inject private GapReports reports;

  @GET
  @Path("gaps")
  @Operation(operationId = "getGapReport", summary = "What is missing of a day, with reasons")
  public GapReportView get(
      @QueryParam("day") @Parameter(required = true, description = "yyyy-MM-dd")
          @Nullable String day,
      @QueryParam("zone") @DefaultValue("UTC") @Schema(description = "IANA zone") String zone) {
    return GapReportView.of(report(day, zone));
  }

  @GET
  @Path("gaps.csv")
  @Produces(CSV)
  @Operation(operationId = "getGapReportAsCsv", summary = "The same for spreadsheets, UTF-8")
  @APIResponse(
      responseCode = "200",
      description = "A line per gap, and one for each channel without any",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response csv(
      @QueryParam("day") @Parameter(required = true, description = "yyyy-MM-dd")
          @Nullable String day,
      @QueryParam("zone") @DefaultValue("UTC") @Schema(description = "IANA zone") String zone) {
    return Response.ok(GapReportCsv.of(report(day, zone)), CSV + ";charset=UTF-8")
        .header("Content-Disposition", Attachment.named("gaps-" + day + ".csv"))
        .build();
  }

  private GapReport report(@Nullable String day, String zone) {
    try {
      return reports.report(LocalDate.parse(day == null ? "" : day), Zones.read("zone", zone));
    } catch (DateTimeParseException e) {
      throw DomainException.invalid("day", "Give the day as 2026-11-22.");
    }
  }
}
