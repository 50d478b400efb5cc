package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.job.Job;
import org.lynceus.job.JobService;
import org.lynceus.job.JobState;
import org.lynceus.recording.CenterKey;
import org.lynceus.recording.ExportDirectory;
import org.lynceus.recording.RecordingJobs;
import org.lynceus.rest.job.JobView;
import org.lynceus.rest.job.JobViews;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/** Exports as jobs, and the files they made. */
@Path("exports")
public class ExportResource {
  private static final String ZIP = "application/zip";

  @Inject private RecordingJobs recordings;
  @Inject private JobService jobs;
  @Inject private JobViews views;
  @Inject private ExportDirectory directory;
  @Inject private CenterKey key;

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "addExport", summary = "Orders an export, with a reason")
  @APIResponse(
      responseCode = "202",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response add(@Valid @NotNull AddExport request) {
    return views.accepted(recordings.export(request.request()));
  }

  @GET
  @Path("public-key.pem")
  @Produces("application/x-pem-file")
  @Operation(operationId = "getExportKey", summary = "The key that verifies exports of this center")
  @APIResponse(
      responseCode = "200",
      description = "Ed25519 public key",
      content =
          @Content(
              mediaType = "application/x-pem-file",
              schema = @Schema(type = SchemaType.STRING)))
  public String publicKey() {
    return key.publicKey();
  }

  @GET
  @Path("{id}/files/{name}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(operationId = "getExportFile", summary = "One finished file of an export")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response file(@PathParam("id") UUID id, @PathParam("name") String name)
      throws IOException {
    java.nio.file.Path file = directory.file(jobs.mayHave(id).id(), name);
    return Response.ok((StreamingOutput) out -> Files.copy(file, out))
        .header("Content-Length", Files.size(file))
        .header("Content-Disposition", Attachment.named(name))
        .build();
  }

  @GET
  @Path("{id}.zip")
  @Produces(ZIP)
  @Operation(
      operationId = "getExport",
      summary = "A finished export: its files, manifest.json and manifest.sig")
  @APIResponse(
      responseCode = "200",
      description = "The archive, not compressed",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response zip(@PathParam("id") UUID id) {
    Job job = jobs.mayHave(id);
    if (job.state() != JobState.SUCCEEDED) {
      throw new DomainException(
          ProblemType.CONFLICT, "The export is " + job.state() + "; it can be had when finished.");
    }
    List<String> names = directory.names(id);
    return Response.ok((StreamingOutput) out -> zip(id, names, out))
        .header("Content-Disposition", Attachment.named("export-" + id + ".zip"))
        .build();
  }

  private void zip(UUID id, List<String> names, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (String name : names) {
      zip.putNextEntry(new ZipEntry(name));
      Files.copy(directory.file(id, name), zip);
      zip.closeEntry();
    }
    zip.finish();
  }
}
