package org.lynceus.rest.registration;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.registration.RegistrationQueries;

/** The listener for devices that dial in, and who knocked without being expected. */
@Path("registration")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
  @Inject private RegistrationQueries queries;

  @GET
  @Operation(
      operationId = "getRegistration",
      summary = "The listener for devices that dial in, and unknown devices that did")
  public RegistrationView get() {
    return RegistrationView.of(queries.overview());
  }
}
