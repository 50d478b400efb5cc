package org.lynceus.rest.map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.EMap;

/** The middle of what a geographic map shows at first. */
@Schema(
    name = "EMapStart",
    requiredProperties = {"latitude", "longitude", "zoom"})
public record StartView(
    @Schema(description = "degrees, -85 to 85") double latitude,
    @Schema(description = "degrees, -180 to 180") double longitude,
    @Schema(description = "0 (the whole world in one tile) to 22") int zoom) {
  static @Nullable StartView of(EMap.@Nullable Start start) {
    return start == null ? null : new StartView(start.latitude(), start.longitude(), start.zoom());
  }

  EMap.Start start() {
    return new EMap.Start(latitude, longitude, zoom);
  }
}
