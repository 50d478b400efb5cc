package org.lynceus.rest.device;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceImport;
import org.lynceus.device.DeviceImportService;
import org.lynceus.device.ImportRow;
import org.lynceus.device.ImportState;
import org.lynceus.shared.Page;

/** Bringing in many devices: judged first, then added by a job, row by row. One's own only. */
@Path("device-imports")
@Produces(MediaType.APPLICATION_JSON)
public class DeviceImportResource {
  @Inject private DeviceImportService service;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addDeviceImport",
      summary = "Judges devices to be added; asks none of them and adds none yet")
  @APIResponse(
      responseCode = "201",
      description = "Judged; each row has its verdict",
      content = @Content(schema = @Schema(implementation = DeviceImportView.class)))
  public Response add(@Valid @NotNull AddDevices request) {
    return created(service.check(null, List.of(), request.lines()));
  }

  @POST
  @Path("{id}/start")
  @Operation(
      operationId = "startDeviceImport",
      summary = "Orders the job that asks each device once and adds what answers")
  @APIResponse(
      responseCode = "202",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = DeviceImportView.class)))
  public Response start(@PathParam("id") UUID id) {
    return Response.accepted(DeviceImportView.of(service.start(id))).build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDeviceImport", summary = "How far an import is")
  public DeviceImportView get(@PathParam("id") UUID id) {
    return DeviceImportView.of(service.find(id));
  }

  @GET
  @Path("{id}/rows")
  @Operation(operationId = "listImportRows", summary = "Rows of an import, each with its verdict")
  public ImportRowPage rows(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable ImportState state,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<ImportRow> page = service.rows(id, state, limit, after);
    return new ImportRowPage(page.items().stream().map(ImportRowView::of).toList(), page.next());
  }

  private static Response created(DeviceImport one) {
    return Response.created(URI.create("v1/device-imports/" + one.id()))
        .entity(DeviceImportView.of(one))
        .build();
  }
}
