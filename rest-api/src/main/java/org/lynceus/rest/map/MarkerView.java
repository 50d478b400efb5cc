package org.lynceus.rest.map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.Marker;

/** What has its place on a map: a camera, an input, or a zone that leads to another map. */
@Schema(
    name = "EMapMarker",
    requiredProperties = {"kind", "x", "y"})
public record MarkerView(
    @NotNull Marker.Kind kind,
    @Schema(description = "of a camera") @Nullable UUID channelId,
    @Schema(description = "of an input, with its part") @Nullable UUID deviceId,
    @Schema(description = "the input as its device calls it") @Nullable String part,
    @Schema(description = "the map that a zone leads to") @Nullable UUID targetId,
    @Schema(description = "0 to 1 from the left of the picture; of a zone its left edge") double x,
    @Schema(description = "0 to 1 from the top of the picture; of a zone its upper edge") double y,
    @Schema(description = "the sector that a camera sees") @Valid @Nullable SightView sight,
    @Schema(description = "the size of a zone") @Valid @Nullable ZoneView zone) {
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

  static MarkerView of(Marker marker) {
    Marker.Sight sight = marker.sight();
    Marker.Zone zone = marker.zone();
    return new MarkerView(
        marker.kind(),
        marker.channelId(),
        marker.deviceId(),
        marker.part(),
        marker.targetId(),
        marker.x(),
        marker.y(),
        sight == null ? null : new SightView(sight.angle(), sight.arc(), sight.reach()),
        zone == null ? null : new ZoneView(zone.width(), zone.height()));
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
        sight == null ? null : new Marker.Sight(sight.angle(), sight.arc(), sight.reach()),
        zone == null ? null : new Marker.Zone(zone.width(), zone.height()));
  }
}
