package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.recording.RecordingQueries;
import org.lynceus.recording.RecordingTotals;

/** How many channels are to be recorded all day, and how many are. */
@Path("recording-totals")
@Produces(MediaType.APPLICATION_JSON)
public class RecordingTotalsResource {
  @Inject private RecordingQueries queries;

  /** The figures now. */
  @Schema(name = "RecordingTotals")
  public record View(
      @NotNull @Schema(description = "switched on to be recorded all day") Integer switchedOn,
      @NotNull Integer recording,
      @NotNull Integer interrupted) {}

  @GET
  @Operation(
      operationId = "getRecordingTotals",
      summary = "How many channels are recorded of those that are switched on")
  public View get() {
    RecordingTotals totals = queries.totals();
    return new View(totals.switchedOn(), totals.recording(), totals.interrupted());
  }
}
