package org.lynceus.rest.job;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.job.Job;
import org.lynceus.job.JobService;
import org.lynceus.shared.Page;

/** Long work: one's own, for administrators all. */
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {
  @Inject private JobService service;
  @Inject private JobViews views;

  @GET
  @Operation(operationId = "listJobs", summary = "Jobs, newest first")
  public JobPage list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<Job> page = service.jobs(kind, limit, after);
    return new JobPage(page.items().stream().map(views::view).toList(), page.next());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getJob", summary = "One job")
  public JobView get(@PathParam("id") UUID id) {
    return views.view(service.job(id));
  }

  @POST
  @Path("{id}/pause")
  @Operation(operationId = "pauseJob", summary = "Stops a job for a while")
  public JobView pause(@PathParam("id") UUID id) {
    return views.view(service.pause(id));
  }

  @POST
  @Path("{id}/resume")
  @Operation(operationId = "resumeJob", summary = "Lets a paused job go on")
  public JobView resume(@PathParam("id") UUID id) {
    return views.view(service.resume(id));
  }

  @POST
  @Path("{id}/cancel")
  @Operation(operationId = "cancelJob", summary = "Ends a job for good and removes what it made")
  public JobView cancel(@PathParam("id") UUID id) {
    return views.view(service.cancel(id));
  }

  @POST
  @Path("{id}/retry")
  @Operation(operationId = "retryJob", summary = "Begins a failed or cancelled job again")
  public JobView retry(@PathParam("id") UUID id) {
    return views.view(service.retry(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeJob", summary = "Removes an ended job and what it made")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id) {
    service.remove(id);
  }
}
