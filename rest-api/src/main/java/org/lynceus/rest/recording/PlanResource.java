package org.lynceus.rest.recording;

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
import org.lynceus.recording.PlanQueries;
import org.lynceus.recording.PlanService;
import org.lynceus.recording.RecordingPlan;
import org.lynceus.rest.shared.Versions;
import org.lynceus.schedule.TimeTemplateQueries;

/** Recording plans: which channels are recorded when. */
@Path("recording-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanResource {
  @Inject private PlanQueries queries;
  @Inject private PlanService service;
  @Inject private TimeTemplateQueries templates;

  @GET
  @Operation(operationId = "listRecordingPlans", summary = "All recording plans")
  public PlanList list() {
    return new PlanList(queries.seen().stream().map(this::view).toList());
  }

  @POST
  @Operation(operationId = "addRecordingPlan", summary = "Adds a recording plan")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response add(@Valid @NotNull SetPlan request) {
    RecordingPlan added = service.add(request.draft());
    return tagged(Response.created(URI.create("v1/recording-plans/" + added.id())), added);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getRecordingPlan", summary = "One recording plan")
  @APIResponse(
      responseCode = "200",
      description = "The plan; its version is the ETag",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), queries.seen(id));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setRecordingPlan", summary = "Replaces a recording plan")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetPlan request) {
    return tagged(Response.ok(), service.change(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeRecordingPlan", summary = "Removes a recording plan")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  private PlanView view(RecordingPlan plan) {
    return PlanView.of(plan, templates.template(plan.templateId()).name());
  }

  private Response tagged(Response.ResponseBuilder answer, RecordingPlan plan) {
    return answer.tag(Versions.tag(plan.version())).entity(view(plan)).build();
  }
}
