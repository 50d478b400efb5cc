package org.lynceus.rest.user;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Page;
import org.lynceus.user.CurrentCaller;
import org.lynceus.user.session.SessionFlow;
import org.lynceus.user.session.SessionQueries;

/** Who is online: the sessions in use, and ending one. */
@Path("user-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UserSessionResource {
  @Inject private SessionQueries queries;
  @Inject private SessionFlow flow;
  @Inject private CurrentCaller current;

  @GET
  @Operation(
      operationId = "listUserSessions",
      summary = "Sessions seen within the last ten minutes, newest first")
  public UserSessionPage list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<UserSessionView> page =
        queries.inUse(limit, after).map(session -> UserSessionView.of(session, current.session()));
    return new UserSessionPage(page.items(), page.next());
  }

  @POST
  @Path("{id}/end")
  @Operation(
      operationId = "endUserSession",
      summary = "Signs somebody out: every node refuses the session within about a second")
  public EndedUserSessionView end(
      @PathParam("id") UUID id, @Valid @NotNull EndUserSession request) {
    return new EndedUserSessionView(flow.end(id, request.reason()));
  }
}
