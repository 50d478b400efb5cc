package org.lynceus.rest.device.care;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.device.care.DevicePasswords;
import org.lynceus.media.Credentials;

/** Passwords of devices: which are weak, and what one is, for who says why. */
@Path("device-passwords")
@Produces(MediaType.APPLICATION_JSON)
public class DevicePasswordsResource {
  @Inject private DevicePasswords passwords;

  @GET
  @Operation(
      operationId = "listWeakPasswords",
      summary = "Devices with a weak stored password; asks no device and tells no password")
  public WeakPasswords weak() {
    return WeakPasswords.of(passwords.weak(), passwords.unsettled());
  }

  @POST
  @Path("{deviceId}/reveal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "revealDevicePassword",
      summary = "The user and password of a device, for who says why; noted in the audit log")
  @APIResponse(
      responseCode = "200",
      description = "Not to be kept by caches",
      content = @Content(schema = @Schema(implementation = RevealedPassword.class)))
  public Response reveal(
      @PathParam("deviceId") UUID deviceId, @Valid @NotNull RevealPassword request) {
    Credentials credentials = passwords.reveal(deviceId, request.reason());
    return Response.ok(new RevealedPassword(credentials.user(), credentials.password()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
