package org.lynceus.rest.device.care;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.care.ClockSchedule;
import org.lynceus.device.care.ClockService;
import org.lynceus.device.care.DeviceClock;
import org.lynceus.shared.DomainException;

/** When clocks of devices are set, and which are wrong. */
@Path("device-clocks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeviceClockResource {
  @Inject private ClockService service;
  @Inject private DeviceQueries queries;

  @GET
  @Operation(
      operationId = "listWrongClocks",
      summary = "Devices whose clock was off by more than five seconds, the worst first")
  public WrongClocks wrong() {
    List<DeviceClock> wrong = service.wrong();
    return WrongClocks.of(wrong, queries.names(wrong.stream().map(DeviceClock::deviceId).toList()));
  }

  @GET
  @Path("schedule")
  @Operation(operationId = "getClockSchedule", summary = "When the center sets clocks of devices")
  public ClockScheduleView schedule() {
    return ClockScheduleView.of(service.schedule());
  }

  @PUT
  @Path("schedule")
  @Operation(
      operationId = "setClockSchedule",
      summary = "Says when the center sets the clocks of its ONVIF devices, once a day")
  public ClockScheduleView set(@Valid @NotNull ClockScheduleView request) {
    try {
      return ClockScheduleView.of(
          service.set(
              new ClockSchedule(
                  request.enabled(), LocalTime.parse(request.at()), request.driftSeconds())));
    } catch (DateTimeParseException e) {
      throw DomainException.invalid("/at", "Write the time of day as 03:30.");
    }
  }

  @POST
  @Path("run")
  @Operation(
      operationId = "runClockSchedule",
      summary = "Sets the clocks that are off now, in the background")
  @APIResponse(responseCode = "202", description = "Begun")
  public Response run() {
    service.run();
    return Response.accepted().build();
  }
}
