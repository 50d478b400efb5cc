package org.lynceus.rest.device.care;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.care.Firmware;
import org.lynceus.device.care.FirmwareService;

/** Firmware files for devices; a batch sends them. */
@Path("device-firmwares")
@Produces(MediaType.APPLICATION_JSON)
public class FirmwareResource {
  private static final String ANY = MediaType.APPLICATION_OCTET_STREAM;
  @Inject private FirmwareService service;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addFirmware",
      summary = "Announces a firmware file of at most 200 MB; its pieces follow")
  @APIResponse(
      responseCode = "201",
      description = "Announced",
      content = @Content(schema = @Schema(implementation = FirmwareView.class)))
  public Response add(@Valid @NotNull AddFirmware request) {
    Firmware made = service.add(request.name(), request.bytes());
    return Response.created(URI.create("v1/device-firmwares/" + made.id()))
        .entity(FirmwareView.of(made))
        .build();
  }

  @PUT
  @Path("{id}/content")
  @Consumes(ANY)
  @Operation(
      operationId = "putFirmwarePiece",
      summary = "Takes the next piece, of at most 8 MB; with the last one the file has its hash")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = ANY, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public FirmwareView put(
      @PathParam("id") UUID id,
      @QueryParam("offset") @DefaultValue("0") @Schema(description = "where the piece begins")
          long offset,
      InputStream body) {
    return FirmwareView.of(service.append(id, offset, body));
  }

  @GET
  @Operation(operationId = "listFirmwares", summary = "Firmwares, newest first")
  public FirmwareList list() {
    return new FirmwareList(service.all().stream().map(FirmwareView::of).toList());
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeFirmware", summary = "Removes a firmware file from the center")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id) {
    service.remove(id);
  }
}
