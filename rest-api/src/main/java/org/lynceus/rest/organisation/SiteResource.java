package org.lynceus.rest.organisation;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceService;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.organisation.SiteService;
import org.lynceus.organisation.SiteTree;
import org.lynceus.rest.shared.Versions;
import org.lynceus.rest.shared.Zones;
import org.lynceus.shared.DomainException;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;

/** The tree of sites, as far as the caller sees it. */
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SiteResource {
  @Inject private SiteQueries queries;
  @Inject private SiteService service;
  @Inject private DeviceService devices;
  @Inject private Rights rights;

  @GET
  @Operation(
      operationId = "listSites",
      summary = "The tree of sites in one answer, or the sites directly below one")
  public SiteList list(
      @QueryParam("q") @Schema(description = "part of a name; those above come with them")
          @Nullable String q,
      @QueryParam("parent") @Schema(description = "only the sites directly below this one")
          @Nullable UUID parent) {
    SiteTree tree = queries.tree(q);
    Permits permits = rights.permits();
    Map<UUID, Integer> levels = new HashMap<>();
    List<SiteView> views = new ArrayList<>();
    for (Site site : tree.depthFirst()) {
      UUID above = site.parentId();
      int level = above == null ? 1 : 1 + levels.getOrDefault(above, 0);
      levels.put(site.id(), level);
      if (parent == null || parent.equals(above)) {
        views.add(SiteView.of(site, level, tree, permits));
      }
    }
    return new SiteList(views);
  }

  @POST
  @Operation(operationId = "addSite", summary = "Adds a site below another")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = SiteView.class)))
  public Response add(@Valid @NotNull AddSite request) {
    Site added = service.add(request.parentId(), request.name(), zone(request.zone()));
    return tagged(Response.created(URI.create("v1/sites/" + added.id())), added);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getSite", summary = "One site")
  @APIResponse(
      responseCode = "200",
      description = "The site; its version is the ETag",
      content = @Content(schema = @Schema(implementation = SiteView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), queries.site(id));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setSite", summary = "Names a site and sets its zone")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = SiteView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetSite request) {
    return tagged(
        Response.ok(),
        service.change(id, Versions.required(ifMatch), request.name(), zone(request.zone())));
  }

  @PUT
  @Path("{id}/place")
  @Operation(operationId = "moveSite", summary = "Moves a site with all below it")
  @APIResponse(
      responseCode = "200",
      description = "Moved",
      content = @Content(schema = @Schema(implementation = SiteView.class)))
  public Response move(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull MoveSite request) {
    return tagged(
        Response.ok(),
        service.move(id, Versions.required(ifMatch), request.parentId(), request.position()));
  }

  @POST
  @Path("{id}/devices")
  @Operation(operationId = "moveDevices", summary = "Moves devices to the site")
  public MoveDevicesResults moveDevices(
      @PathParam("id") UUID id, @Valid @NotNull MoveDevices request) {
    List<MoveDevicesResults.Item> results = new ArrayList<>();
    for (UUID device : request.deviceIds()) {
      try {
        devices.move(device, id);
        results.add(new MoveDevicesResults.Item(device, true, null));
      } catch (DomainException e) {
        results.add(new MoveDevicesResults.Item(device, false, e.getMessage()));
      }
    }
    return new MoveDevicesResults(results);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "removeSite",
      summary = "Removes a site; the sites below it and its devices go to its parent")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.remove(id, Versions.required(ifMatch));
  }

  private static @Nullable ZoneId zone(@Nullable String zone) {
    return zone == null || zone.isBlank() ? null : Zones.read("/zone", zone);
  }

  private Response tagged(Response.ResponseBuilder answer, Site site) {
    SiteTree tree = queries.tree(null);
    return answer
        .tag(Versions.tag(site.version()))
        .entity(SiteView.of(site, tree.level(site.id()), tree, rights.permits()))
        .build();
  }
}
