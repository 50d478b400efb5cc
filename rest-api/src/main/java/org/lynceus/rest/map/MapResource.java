package org.lynceus.rest.map;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.EMap;
import org.lynceus.map.MapContacts;
import org.lynceus.map.MapQueries;
import org.lynceus.map.MapService;
import org.lynceus.rest.shared.Versions;
import org.lynceus.shared.DomainException;

/** E-maps: floor plans with cameras, inputs and ways to other maps on them. */
@Path("maps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MapResource {
  private static final String ANY = MediaType.APPLICATION_OCTET_STREAM;

  @Inject private MapQueries queries;
  @Inject private MapService service;
  @Inject private MapContacts contacts;

  @GET
  @Operation(operationId = "listMaps", summary = "The maps that one sees, by name")
  public MapList list() {
    return new MapList(queries.maps().stream().map(MapView::of).toList());
  }

  @POST
  @Operation(operationId = "addMap", summary = "Adds a map; its picture follows")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = MapView.class)))
  public Response add(@Valid @NotNull SetMap request) {
    EMap added = service.add(request.draft());
    return tagged(Response.created(URI.create("v1/maps/" + added.id())), added);
  }

  @GET
  @Path("tiles")
  @Operation(
      operationId = "getMapTiles",
      summary = "The tile server of geographic maps; browsers ask it, the center does not")
  public MapTilesView tiles() {
    return MapTilesView.of(queries.tiles());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getMap", summary = "One map; its version is the ETag")
  @APIResponse(
      responseCode = "200",
      description = "The map",
      content = @Content(schema = @Schema(implementation = MapView.class)))
  public Response get(@PathParam("id") UUID id) {
    return tagged(Response.ok(), queries.map(id));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "setMap", summary = "Names a map and puts it somewhere else")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = MapView.class)))
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SetMap request) {
    return tagged(Response.ok(), service.change(id, Versions.required(ifMatch), request.draft()));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "removeMap", summary = "Removes a map")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("withBelow")
          @DefaultValue("false")
          @Schema(description = "the maps below it go too; else it is refused while there are any")
          boolean withBelow) {
    service.remove(id, Versions.required(ifMatch), withBelow);
  }

  @GET
  @Path("{id}/picture")
  @Produces({"image/png", "image/jpeg"})
  @Operation(operationId = "getMapPicture", summary = "The picture of a map as it was sent")
  @APIResponse(
      responseCode = "200",
      description = "PNG or JPEG",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response picture(@PathParam("id") UUID id, @Context Request request) {
    EMap.Picture known = queries.map(id).picture();
    if (known == null) {
      throw DomainException.notFound("picture");
    }
    EntityTag tag = new EntityTag(known.digest());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        same == null ? Response.ok(queries.picture(id), known.type()) : same;
    return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
  }

  @PUT
  @Path("{id}/picture")
  @Consumes(ANY)
  @Operation(
      operationId = "setMapPicture",
      summary = "Takes a PNG or JPEG picture of at most 8 MB; what is marked keeps its place")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = ANY, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "Taken",
      content = @Content(schema = @Schema(implementation = MapView.class)))
  public Response setPicture(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, InputStream body)
      throws IOException {
    long version = Versions.required(ifMatch);
    return tagged(
        Response.ok(), service.setPicture(id, version, body.readNBytes(EMap.MOST_BYTES + 1)));
  }

  @GET
  @Path("{id}/markers")
  @Operation(operationId = "listMapMarkers", summary = "What is marked, as far as one sees it")
  public MarkerList markers(@PathParam("id") UUID id) {
    return new MarkerList(queries.markers(id).stream().map(MarkerView::of).toList());
  }

  @PUT
  @Path("{id}/markers")
  @Operation(
      operationId = "setMapMarkers",
      summary = "Sets what is marked; what one does not see stays as it is")
  @APIResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = MapView.class)))
  public Response setMarkers(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull MarkerList request) {
    return tagged(
        Response.ok(),
        service.setMarkers(
            id,
            Versions.required(ifMatch),
            request.markers().stream().map(MarkerView::marker).toList()));
  }

  @GET
  @Path("{id}/contacts")
  @Operation(
      operationId = "listMapContacts",
      summary = "What the inputs and outputs that one sees on the map said last")
  public MarkedContactList contacts(@PathParam("id") UUID id) {
    return MarkedContactList.of(contacts.contacts(id));
  }

  private static Response tagged(Response.ResponseBuilder answer, EMap map) {
    return answer.tag(Versions.tag(map.version())).entity(MapView.of(map)).build();
  }
}
