package org.lynceus.rest.recording;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.playback.ExportPlan;
import org.lynceus.media.playback.KeyFrameClip;
import org.lynceus.recording.ExportFormat;
import org.lynceus.recording.Playback;
import org.lynceus.recording.VideoVariant;
import org.lynceus.rest.shared.RangeParam;
import org.lynceus.shared.TimeRange;

/** Playback of a channel: HLS playlist and its files, clips as MP4, pictures as JPEG. */
@Path("channels/{id}")
public class PlaybackResource {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final String HLS = "application/vnd.apple.mpegurl";
  private static final String MP4 = "video/mp4";
  private static final String JPEG = "image/jpeg";
  private static final int CHUNK = 1 << 20;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Inject private Playback playback;
  @Inject private DeviceQueries devices;

  @GET
  @Path("playback.m3u8")
  @Produces(HLS)
  @Operation(
      operationId = "getPlayback",
      summary = "HLS playlist of [from,to), at most 24 hours, with the wall clock of each part")
  @APIResponse(
      responseCode = "200",
      description = "Byte-range fMP4 playlist, discontinuities at gaps",
      content = @Content(mediaType = HLS, schema = @Schema(type = SchemaType.STRING)))
  public Response playlist(
      @PathParam("id") UUID id,
      @BeanParam RangeParam range,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream,
      @QueryParam("variant")
          @DefaultValue("ORIGINAL")
          @Parameter(description = "H264: what was recorded otherwise is converted, without sound")
          VideoVariant variant) {
    return Response.ok(
            playback.playlist(new StreamKey(id, stream), range.range(LONGEST), variant), HLS)
        .build();
  }

  @GET
  @Path("segments/{segment}.mp4")
  @Produces(MP4)
  @Operation(operationId = "getSegment", summary = "A recorded file, whole or a byte range of it")
  @APIResponse(
      responseCode = "200",
      description = "The file (206 for a range)",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response segment(
      @PathParam("id") UUID id,
      @PathParam("segment") UUID segment,
      @HeaderParam("Range") @Schema(hidden = true) @Nullable String header)
      throws IOException {
    java.nio.file.Path file = playback.file(id, segment);
    long size = Files.size(file);
    @Nullable ByteRange asked = ByteRange.parse(header, size);
    ByteRange range = asked == null ? new ByteRange(0, size) : asked;
    Response.ResponseBuilder answer =
        Response.status(asked == null ? 200 : 206)
            .type(MP4)
            .header("Accept-Ranges", "bytes")
            .header("Content-Length", range.length())
            .entity((StreamingOutput) out -> copy(file, range, Channels.newChannel(out)));
    if (asked != null) {
      answer.header(
          "Content-Range",
          "bytes " + range.first() + "-" + (range.first() + range.length() - 1) + "/" + size);
    }
    return answer.build();
  }

  @GET
  @Path("segments/{segment}/init.mp4")
  @Produces(MP4)
  @Operation(
      operationId = "getVideoOnlyInit",
      summary = "Start of a recorded file without audio that browsers cannot play")
  @APIResponse(
      responseCode = "200",
      description = "Initialisation segment",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] videoOnlyInit(@PathParam("id") UUID id, @PathParam("segment") UUID segment) {
    return playback.videoOnlyInit(id, segment);
  }

  @GET
  @Path("segments/{segment}/h264/{first: \\d{1,6}}-{count: \\d{1,6}}.init.mp4")
  @Produces(MP4)
  @Operation(operationId = "getConvertedInit", summary = "Start of a part that is made into H.264")
  @APIResponse(
      responseCode = "200",
      description = "Initialisation segment",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response convertedInit(
      @PathParam("id") UUID id,
      @PathParam("segment") UUID segment,
      @PathParam("first") int first,
      @PathParam("count") int count) {
    return converted(playback.transcoded(id, segment, first, count).init());
  }

  @GET
  @Path("segments/{segment}/h264/{first: \\d{1,6}}-{count: \\d{1,6}}.m4s")
  @Produces(MP4)
  @Operation(operationId = "getConvertedPart", summary = "A part of a recording as H.264")
  @APIResponse(
      responseCode = "200",
      description = "Fragments",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response convertedPart(
      @PathParam("id") UUID id,
      @PathParam("segment") UUID segment,
      @PathParam("first") int first,
      @PathParam("count") int count) {
    return converted(playback.transcoded(id, segment, first, count).media());
  }

  private static Response converted(byte[] mp4) {
    return Response.ok(mp4, MP4).header("Cache-Control", "private, max-age=3600").build();
  }

  @GET
  @Path("export.mp4")
  @Produces(MP4)
  @Operation(
      operationId = "exportClip",
      summary = "[from,to) as one MP4 file, at most 24 hours, not encoded again; gaps are left out")
  @APIResponse(
      responseCode = "200",
      description = "The clip",
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response export(
      @PathParam("id") UUID id,
      @BeanParam RangeParam range,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream,
      @QueryParam("format") @DefaultValue("CLASSIC") ExportFormat format,
      @QueryParam("reason") @Parameter(required = true, description = "why, for the audit log")
          @Nullable String reason) {
    ExportPlan plan =
        playback.export(new StreamKey(id, stream), range.range(LONGEST), format, reason);
    String name = devices.channel(id).name() + "-" + NAME.format(plan.start()) + ".mp4";
    return Response.ok((StreamingOutput) out -> plan.writeTo(Channels.newChannel(out)), MP4)
        .header("Content-Length", plan.contentLength())
        .header("Content-Disposition", Attachment.named(name))
        .build();
  }

  @GET
  @Path("keyframes.mp4")
  @Produces(MP4)
  @Operation(
      operationId = "getKeyFrames",
      summary = "Key frames for fast and backward play, at 1/speed of their time; gaps are skipped")
  @APIResponse(
      responseCode = "200",
      description = "An initialisation segment and a fragment per frame, decode times from 0",
      headers = {
        @Header(
            name = "Lynceus-Frame-Times",
            description = "wall clock of each frame in ms since 1970, in playing order",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "Lynceus-Next",
            description = "where to go on, absent at the end of the recordings",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
      },
      content =
          @Content(mediaType = MP4, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response keyFrames(
      @PathParam("id") UUID id,
      @QueryParam("from")
          @Parameter(
              required = true,
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @Nullable String from,
      @QueryParam("direction")
          @DefaultValue("forward")
          @Schema(enumeration = {"forward", "backward"})
          String direction,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream,
      @QueryParam("count") @DefaultValue("20") int count,
      @QueryParam("speed") @DefaultValue("8") double speed) {
    KeyFrameClip.Clip clip =
        playback.keyFrames(
            new StreamKey(id, stream),
            TimeRange.instant("from", from),
            direction.equals("backward"),
            count,
            speed);
    Response.ResponseBuilder answer =
        Response.ok(clip.mp4(), MP4)
            .header(
                "Lynceus-Frame-Times",
                clip.frameTimes().stream()
                    .map(time -> Long.toString(time.toEpochMilli()))
                    .collect(Collectors.joining(",")));
    if (clip.next() != null) {
      answer.header("Lynceus-Next", clip.next());
    }
    return answer.build();
  }

  @GET
  @Path("thumbnail.jpg")
  @Produces(JPEG)
  @Operation(operationId = "getThumbnail", summary = "A recorded picture, small")
  @APIResponse(
      responseCode = "200",
      description = "JPEG",
      content =
          @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response thumbnail(
      @PathParam("id") UUID id,
      @QueryParam("at")
          @Parameter(
              required = true,
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @Nullable String at,
      @QueryParam("width") @DefaultValue("160") @Schema(minimum = "80", maximum = "640") int width,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream) {
    return Response.ok(
            playback.thumbnail(new StreamKey(id, stream), TimeRange.instant("at", at), width), JPEG)
        .header("Cache-Control", "private, max-age=3600")
        .build();
  }

  @GET
  @Path("snapshot.jpg")
  @Produces(JPEG)
  @Operation(operationId = "getSnapshot", summary = "The newest picture, or a recorded one")
  @APIResponse(
      responseCode = "200",
      description = "JPEG",
      content =
          @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] snapshot(
      @PathParam("id") UUID id,
      @QueryParam("at")
          @Schema(description = "instant of the recording; without it now", format = "date-time")
          @Nullable String at,
      @QueryParam("stream") @DefaultValue("MAIN") StreamKind stream) {
    StreamKey key = new StreamKey(id, stream);
    if (at == null) {
      return playback.snapshot(key);
    }
    Instant instant = TimeRange.instant("at", at);
    return playback.snapshot(key, instant);
  }

  private static void copy(java.nio.file.Path file, ByteRange range, WritableByteChannel out)
      throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      long position = range.first();
      long left = range.length();
      while (left > 0) {
        long sent = in.transferTo(position, Math.min(left, CHUNK), out);
        if (sent <= 0) {
          throw new IOException("the file became shorter");
        }
        position += sent;
        left -= sent;
      }
    }
  }
}
