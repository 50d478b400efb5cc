package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.GapReports;
import org.lynceus.rest.shared.Zones;
import org.lynceus.shared.DomainException;

/** The daily report of gaps. */
@Path("reports/gaps")
@Produces(MediaType.APPLICATION_JSON)
public class GapReportResource {
  @Inject private GapReports reports;

  @GET
  @Operation(operationId = "getGapReport", summary = "What is missing of a day, with reasons")
  public GapReportView get(
      @QueryParam("day") @Parameter(required = true, description = "yyyy-MM-dd")
          @Nullable String day,
      @QueryParam("zone") @DefaultValue("UTC") @Schema(description = "IANA zone") String zone) {
    try {
      return GapReportView.of(
          reports.report(LocalDate.parse(day == null ? "" : day), Zones.read("zone", zone)));
    } catch (DateTimeParseException e) {
      throw DomainException.invalid("day", "Give the day as 2026-11-22.");
    }
  }
}
