package org.lynceus.rest.user;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.shared.Versions;
import org.lynceus.shared.Page;
import org.lynceus.user.User;
import org.lynceus.user.UserFlow;

/** Users: who may sign in, with which roles. They live in Keycloak; their roles live here. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UserResource {
  @Inject private UserFlow flow;

  @GET
  @Operation(operationId = "listUsers", summary = "Users by name")
  public UserPage list(
      @QueryParam("q") @Schema(description = "part of a name or of the e-mail") @Nullable String q,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<User> page = flow.users(q, limit, after);
    return new UserPage(page.items().stream().map(UserView::of).toList(), page.next());
  }

  @POST
  @Operation(operationId = "addUser", summary = "Adds a user with a temporary password")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = AdmittedUserView.class)))
  public Response add(@Valid @NotNull SetUser request) {
    UserFlow.Admitted admitted = flow.add(request.draft());
    UserView view = UserView.of(admitted.user());
    return Response.created(URI.create("v1/users/" + view.id()))
        .tag(Versions.tag(view.version()))
        .entity(new AdmittedUserView(view, admitted.password()))
        .build();
  }

  @GET
  @Path("password-policy")
  @Operation(operationId = "getPasswordPolicy", summary = "What Keycloak asks of passwords")
  public PasswordPolicyView passwordPolicy() {
    return new PasswordPolicyView(flow.passwordPolicy());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getUser", summary = "One user")
  @APIResponse(
      responseCode = "200",
      description = "The user; the version is the ETag",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(flow.user(id));
  }

  @PUT
  @Path("{id}")
  @Operation(
      operationId = "setUser",
      summary = "Changes a user; one who is disabled is signed out at once")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetUser request) {
    return tagged(flow.change(id, Versions.required(ifMatch), request.draft()));
  }

  @POST
  @Path("{id}/password")
  @Operation(operationId = "resetPassword", summary = "Makes a new temporary password")
  public TemporaryPasswordView resetPassword(@PathParam("id") UUID id) {
    return new TemporaryPasswordView(flow.resetPassword(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeUser", summary = "Removes a user, here and in Keycloak")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    flow.remove(id, Versions.required(ifMatch));
  }

  private static Response tagged(User user) {
    UserView view = UserView.of(user);
    return Response.ok(view).tag(Versions.tag(view.version())).build();
  }
}
