package org.lynceus.rest.map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.Marker;

/**
 * What has its place on a map: a camera, an input, an output, or a zone that leads to another map.
 */
@Schema(
    name = "EMapMarker",
    requiredProperties = {"kind", "x", "y"})
public record MarkerView(
    @NotNull Marker.Kind kind,
    @Schema(description = "a camera; of an output a channel of its device, with its part")
        @Nullable UUID channelId,
    @Schema(description = "of an input, with its part") @Nullable UUID deviceId,
    @Schema(description = "the input or output as its device calls it") @Nullable String part,
    @Schema(description = "the map that a zone leads to") @Nullable UUID targetId,
    @Schema(
            description =
                "0 to 1 from the left of the picture; of a rectangular zone its left edge")
        double x,
    @Schema(
            description =
                "0 to 1 from the top of the picture; of a rectangular zone its upper edge")
        double y,
    @Schema(description = "how it is called on this map; missing: as what it marks is called")
        @Size(max = 100)
        @Nullable String label,
    @Schema(description = "the sector that a camera sees") @Valid @Nullable SightView sight,
    @Schema(description = "the size of a rectangular zone") @Valid @Nullable ZoneView zone,
    @Schema(description = "the corners of a zone that is no rectangle, 3 to 64")
        @Size(min = 3, max = 64)
        @Nullable List<@Valid @NotNull PointView> outline) {
  /** The sector that a camera sees. */
  @Schema(
      name = "EMapSight",
      requiredProperties = {"angle", "arc", "reach"})
  public record SightView(
      @Schema(description = "degrees clockwise from up, 0 to 359") int angle,
      @Schema(description = "degrees, 1 to 360") int arc,
      @Schema(description = "relative to the width of the picture, up to 1") double reach) {}

  /** A rectangle to the right and down. */
  @Schema(
      name = "EMapZone",
      requiredProperties = {"width", "height"})
  public record ZoneView(double width, double height) {}

  /** A corner of a zone. */
  @Schema(
      name = "EMapPoint",
      requiredProperties = {"x", "y"})
  public record PointView(
      @Schema(description = "0 to 1 from the left of the picture") double x,
      @Schema(description = "0 to 1 from the top of the picture") double y) {}

  static MarkerView of(Marker marker) {
    Marker.Sight sight = marker.sight();
    Marker.Zone zone = marker.zone();
    List<Marker.Point> outline = marker.outline();
    return new MarkerView(
        marker.kind(),
        marker.channelId(),
        marker.deviceId(),
        marker.part(),
        marker.targetId(),
        marker.x(),
        marker.y(),
        marker.label(),
        sight == null ? null : new SightView(sight.angle(), sight.arc(), sight.reach()),
        zone == null ? null : new ZoneView(zone.width(), zone.height()),
        outline == null
            ? null
            : outline.stream().map(corner -> new PointView(corner.x(), corner.y())).toList());
  }

  Marker marker() {
    return new Marker(
        kind,
        channelId,
        deviceId,
        part,
        targetId,
        x,
        y,
        label,
        sight == null ? null : new Marker.Sight(sight.angle(), sight.arc(), sight.reach()),
        zone == null ? null : new Marker.Zone(zone.width(), zone.height()),
        outline == null
            ? null
            : outline.stream().map(corner -> new Marker.Point(corner.x(), corner.y())).toList());
  }
}
