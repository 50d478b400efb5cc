package org.lynceus.rest.device;

import jakarta.inject.Inject;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.DeviceImport;
import org.lynceus.device.DeviceImportService;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.ImportSheet;
import org.lynceus.device.Sheet;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.ProblemType;

/** Devices from and to spreadsheets. Passwords are read and never written. */
@Path("device-files")
public class DeviceFileResource {
  private static final int MOST_BYTES = 5_000_000;
  private static final String ANY = MediaType.APPLICATION_OCTET_STREAM;

  @Inject private DeviceImportService service;
  @Inject private DeviceQueries queries;
  @Inject private DeviceViews views;

  @POST
  @Consumes(ANY)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "checkDeviceFile",
      summary =
          "Judges the rows of a CSV or XLSX file as an import; asks no device and adds none yet")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = ANY, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "Judged; each row has its verdict",
      content = @Content(schema = @Schema(implementation = DeviceImportView.class)))
  public Response check(
      @QueryParam("name") @DefaultValue("devices") @Schema(description = "of the file") String name,
      InputStream body)
      throws IOException {
    byte[] file = body.readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      throw new DomainException(ProblemType.TOO_LARGE, "A file has at most 5 MB.");
    }
    ImportSheet sheet = ImportSheet.read(file);
    DeviceImport made =
        service.check(Limits.text("name", name, 1, 200), sheet.columns(), sheet.lines());
    return Response.created(URI.create("v1/device-imports/" + made.id()))
        .entity(DeviceImportView.of(made))
        .build();
  }

  @GET
  @Path("template")
  @Produces("*/*")
  @Operation(operationId = "getDeviceTemplate", summary = "An empty file to fill in")
  @APIResponse(responseCode = "200", description = "Headers and two examples")
  public Response template(
      @QueryParam("format") @DefaultValue("XLSX") SheetFormat format,
      @QueryParam("language") @DefaultValue("en") @Schema(enumeration = {"en", "zh"})
          String language) {
    return format.file(ImportSheet.template(language.equals("zh")), "lynceus-devices");
  }

  @GET
  @Path("failed/{id}")
  @Produces("*/*")
  @Operation(
      operationId = "getFailedRows",
      summary = "The rows of an import that did not work as they were written, with the reasons")
  @APIResponse(responseCode = "200", description = "The same columns and one more")
  public Response failed(
      @PathParam("id") UUID id, @QueryParam("format") @DefaultValue("XLSX") SheetFormat format) {
    List<String> head = new ArrayList<>(service.find(id).columns());
    if (head.isEmpty()) {
      head.addAll(List.of("Name", "Address"));
    }
    head.add("Reason");
    return format.file(new Sheet(head, service.failed(id)), "lynceus-devices-failed");
  }

  @GET
  @Path("inventory")
  @Produces("*/*")
  @Operation(operationId = "getDeviceInventory", summary = "All devices with what they are")
  @APIResponse(responseCode = "200", description = "A row per device, never with passwords")
  public Response inventory(@QueryParam("format") @DefaultValue("XLSX") SheetFormat format) {
    List<List<String>> rows = new ArrayList<>();
    String after = null;
    do {
      Page<DeviceRecord> page = queries.devices(null, null, Limits.PAGE, after);
      views
          .devices(page.items(), DeviceViews.ALL)
          .forEach(device -> rows.add(InventoryRow.of(device)));
      after = page.next();
    } while (after != null);
    return format.file(new Sheet(InventoryRow.HEAD, rows), "lynceus-inventory");
  }
}
