package org.lynceus.rest.live;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.live.LiveService;
import org.lynceus.live.Streams;
import org.lynceus.shared.DomainException;

/** Live video for third parties: low-latency HLS (RFC 8216bis) of a channel's main stream. */
@Path("channels/{id}")
public class LiveHlsResource {
  private static final String HLS = "application/vnd.apple.mpegurl";
  private static final String MP4 = "video/mp4";

  @Inject private Streams streams;
  @Inject private LiveService live;
  @Inject private DeviceQueries devices;

  @GET
  @Path("live.m3u8")
  @Produces(HLS)
  @Operation(
      operationId = "getLivePlaylist",
      summary = "Low-latency HLS playlist; waits for the named segment and part")
  @APIResponse(
      responseCode = "200",
      description = "The playlist",
      content = @Content(mediaType = HLS, schema = @Schema(type = SchemaType.STRING)))
  public CompletionStage<String> playlist(
      @PathParam("id") UUID id,
      @QueryParam("_HLS_msn") @DefaultValue("-1") long sequence,
      @QueryParam("_HLS_part") @DefaultValue("-1") int part) {
    live.requireMayWatch(id);
    devices.channel(id);
    return streams.livePlaylist(id, sequence, part).thenApply(LiveHlsResource::found);
  }

  @GET
  @Path("live-init-{number: \\d{1,9}}.mp4")
  @Produces(MP4)
  @Operation(operationId = "getLiveInit", summary = "An initialisation segment of the playlist")
  @APIResponse(
      responseCode = "200",
      description = "Initialisation segment",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] init(@PathParam("id") UUID id, @PathParam("number") int number) {
    live.requireMayWatch(id);
    devices.channel(id);
    return found(streams.liveInit(id, number));
  }

  @GET
  @Path("live-{sequence: \\d{1,18}}.m4s")
  @Produces(MP4)
  @Operation(operationId = "getLiveSegment", summary = "A segment of the playlist")
  @APIResponse(
      responseCode = "200",
      description = "Segment",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public CompletionStage<byte[]> segment(
      @PathParam("id") UUID id, @PathParam("sequence") long sequence) {
    return media(id, sequence, -1);
  }

  @GET
  @Path("live-{sequence: \\d{1,18}}.{part: \\d{1,9}}.m4s")
  @Produces(MP4)
  @Operation(operationId = "getLivePart", summary = "A part of a segment of the playlist")
  @APIResponse(
      responseCode = "200",
      description = "Part",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public CompletionStage<byte[]> part(
      @PathParam("id") UUID id, @PathParam("sequence") long sequence, @PathParam("part") int part) {
    return media(id, sequence, part);
  }

  private CompletionStage<byte[]> media(UUID id, long sequence, int part) {
    live.requireMayWatch(id);
    devices.channel(id);
    return streams.liveMedia(id, sequence, part).thenApply(LiveHlsResource::found);
  }

  private static <T> T found(@Nullable T part) {
    if (part == null) {
      throw DomainException.notFound("part of the live stream any more");
    }
    return part;
  }
}
