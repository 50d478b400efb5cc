package org.lynceus.rest.alarm;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeQueries;
import org.lynceus.alarm.scheme.SchemeService;
import org.lynceus.alarm.work.SchemeSimulation;
import org.lynceus.rest.shared.Versions;
import org.lynceus.shared.DomainException;

/** Alarm schemes: which events are alarms, when, how important, and who gets them. */
@Path("alarm-schemes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SchemeResource {
  @Inject private SchemeQueries queries;
  @Inject private SchemeService service;
  @Inject private SchemeSimulation simulation;

  @GET
  @Operation(operationId = "listAlarmSchemes", summary = "All alarm schemes")
  public SchemeList list() {
    return new SchemeList(queries.seen().stream().map(SchemeView::of).toList());
  }

  @POST
  @Operation(operationId = "addAlarmScheme", summary = "Adds an alarm scheme")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = SchemeView.class)))
  public Response add(@Valid @NotNull SetScheme request) {
    AlarmScheme added = service.add(request.draft());
    return tagged(Response.created(URI.create("v1/alarm-schemes/" + added.id())), added);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getAlarmScheme", summary = "One alarm scheme")
  @APIResponse(
      responseCode = "200",
      description = "The scheme; its version is the ETag",
      content = @Content(schema = @Schema(implementation = SchemeView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), queries.seen(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      operationId = "setAlarmScheme",
      summary = "Replaces an alarm scheme; alarms that exist stay as they are")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = SchemeView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetScheme request) {
    return tagged(Response.ok(), service.change(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "removeAlarmScheme",
      summary = "Removes an alarm scheme; its alarms stay")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  /** A POST because of its body; it writes nothing. */
  @POST
  @Path("{id}/simulation")
  @Operation(
      operationId = "simulateAlarmScheme",
      summary = "Tries the scheme, or a draft of it, on recorded events; writes nothing")
  public SimulationView simulate(@PathParam("id") UUID id, @Valid @NotNull SimulateScheme request) {
    return SimulationView.of(
        simulation.run(
            id, request.range(), request.draft() == null ? null : request.draft().draft()));
  }

  /** A POST because of its body; it writes nothing. */
  @POST
  @Path("simulation")
  @Operation(
      operationId = "simulateNewAlarmScheme",
      summary = "Tries a scheme that is not stored on recorded events; writes nothing")
  public SimulationView simulateNew(@Valid @NotNull SimulateScheme request) {
    if (request.draft() == null) {
      throw DomainException.invalid("/draft", "Say what the scheme is to be.");
    }
    return SimulationView.of(simulation.run(request.draft().draft(), request.range()));
  }

  @POST
  @Path("{id}/secret")
  @Operation(
      operationId = "renewAlarmSchemeSecret",
      summary = "Makes a new secret for the web calls of a scheme and shows it, this once")
  public SchemeSecret renewSecret(@PathParam("id") UUID id) {
    return new SchemeSecret(service.renewSecret(id));
  }

  private static Response tagged(Response.ResponseBuilder answer, AlarmScheme scheme) {
    return answer.tag(Versions.tag(scheme.version())).entity(SchemeView.of(scheme)).build();
  }
}
