package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.report.AlarmReports;
import org.lynceus.rest.shared.RangeParam;

/** Figures about alarms. */
@Path("alarm-report")
@Produces(MediaType.APPLICATION_JSON)
public class AlarmReportResource {
  @Inject private AlarmReports reports;

  @GET
  @Operation(
      operationId = "getAlarmReport",
      summary = "Rates, floods, sources, times and false alarms of at most 31 days")
  public AlarmReportView get(
      @BeanParam RangeParam range,
      @QueryParam("site") @Parameter(description = "with all below") @Nullable UUID site) {
    return AlarmReportView.of(reports.report(range.range(AlarmReports.LONGEST), site));
  }
}
