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
import org.lynceus.recording.RecordingJobs;
import org.lynceus.recording.VolumeRecord;
import org.lynceus.recording.VolumeService;
import org.lynceus.recording.VolumeSetup;
import org.lynceus.rest.job.JobView;
import org.lynceus.rest.job.JobViews;
import org.lynceus.rest.shared.Versions;

/** Volumes: where recordings lie. */
@Path("volumes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VolumeResource {
  @Inject private VolumeService service;
  @Inject private VolumeSetup setup;
  @Inject private RecordingJobs jobs;
  @Inject private JobViews jobViews;

  @GET
  @Operation(operationId = "listVolumes", summary = "Volumes of all nodes with their state")
  public VolumeList list() {
    return new VolumeList(service.volumes().stream().map(VolumeView::of).toList());
  }

  @POST
  @Operation(operationId = "addVolume", summary = "Sets up a volume in a directory of this node")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = VolumeView.class)))
  public Response add(@Valid @NotNull AddVolume request) {
    VolumeRecord added = setup.add(request.directory(), request.draft());
    return tagged(Response.created(URI.create("v1/volumes/" + added.row().id())), added);
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setVolume", summary = "Changes name, group, quota and reserve")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = VolumeView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetVolume request) {
    return tagged(Response.ok(), service.change(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeVolume", summary = "Forgets a volume without recordings")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  @POST
  @Path("{id}/check")
  @Operation(
      operationId = "checkVolume",
      summary = "Compares the volume and the index both ways; a job, recording goes on")
  @APIResponse(
      responseCode = "202",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response check(@PathParam("id") UUID id, @Valid @NotNull CheckVolume request) {
    return jobViews.accepted(
        jobs.check(
            id, Boolean.TRUE.equals(request.repair()), Boolean.TRUE.equals(request.deep()), false));
  }

  @POST
  @Path("{id}/rebuild")
  @Operation(
      operationId = "rebuildVolume",
      summary = "Makes the index of the volume anew from the disk alone; a job")
  @APIResponse(
      responseCode = "202",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response rebuild(@PathParam("id") UUID id) {
    return jobViews.accepted(jobs.check(id, true, true, true));
  }

  private static Response tagged(Response.ResponseBuilder answer, VolumeRecord volume) {
    return answer.tag(Versions.tag(volume.row().version())).entity(VolumeView.of(volume)).build();
  }
}
