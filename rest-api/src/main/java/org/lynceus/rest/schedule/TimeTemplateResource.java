package org.lynceus.rest.schedule;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.shared.RangeParam;
import org.lynceus.rest.shared.Versions;
import org.lynceus.schedule.TimeEngine;
import org.lynceus.schedule.TimeTemplate;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.schedule.TimeTemplateService;
import org.lynceus.shared.Settings;

/** Time templates: weekly periods and holidays that plans follow. */
@Path("time-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TimeTemplateResource {
  private static final Duration LONGEST = Duration.ofDays(400);

  @Inject private TimeTemplateQueries queries;
  @Inject private TimeTemplateService service;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @GET
  @Operation(operationId = "listTimeTemplates", summary = "All time templates")
  public TimeTemplateList list() {
    return new TimeTemplateList(queries.all().stream().map(this::view).toList());
  }

  @POST
  @Operation(operationId = "addTimeTemplate", summary = "Adds a time template")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = TimeTemplateView.class)))
  public Response add(@Valid @NotNull SetTimeTemplate request) {
    TimeTemplate added = service.add(request.name(), request.zoneId(), request.rules());
    return tagged(Response.created(URI.create("v1/time-templates/" + added.id())), added);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getTimeTemplate", summary = "One time template")
  @APIResponse(
      responseCode = "200",
      description = "The template; its version is the ETag",
      content = @Content(schema = @Schema(implementation = TimeTemplateView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), queries.template(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      operationId = "setTimeTemplate",
      summary = "Replaces a time template, for all that follow it at once")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = TimeTemplateView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetTimeTemplate request) {
    long version = Versions.required(ifMatch);
    return tagged(
        Response.ok(),
        service.change(id, version, request.name(), request.zoneId(), request.rules()));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "removeTimeTemplate",
      summary = "Removes a time template; 409 while something follows it")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  @GET
  @Path("{id}/activity")
  @Operation(
      operationId = "getTimeTemplateActivity",
      summary = "When the template is active in [from,to), at most 400 days")
  public ActivityView activity(@PathParam("id") UUID id, @BeanParam RangeParam range) {
    TimeTemplate template = queries.template(id);
    ZoneId zone = template.zone(settings.zone());
    Instant now = clock.instant();
    return new ActivityView(
        TimeEngine.spans(template.rules(), zone, range.range(LONGEST)).stream()
            .map(ActivityView.Span::of)
            .toList(),
        template.active(now, zone),
        template.nextChange(now, zone));
  }

  private TimeTemplateView view(TimeTemplate template) {
    return TimeTemplateView.of(template, queries.usesSeen(template.id()));
  }

  private Response tagged(Response.ResponseBuilder answer, TimeTemplate template) {
    return answer.tag(Versions.tag(template.version())).entity(view(template)).build();
  }
}
