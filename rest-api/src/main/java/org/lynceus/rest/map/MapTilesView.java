package org.lynceus.rest.map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.MapTiles;

/** The tile server of geographic maps; empty when there is none. */
@Schema(name = "EMapTiles")
public record MapTilesView(
    @Schema(description = "address of a tile with {z}, {x} and {y}") @Nullable String template,
    @Schema(description = "what must be shown beside the tiles") @Nullable String attribution) {
  static MapTilesView of(MapTiles.@Nullable Server server) {
    return server == null
        ? new MapTilesView(null, null)
        : new MapTilesView(server.template(), server.attribution());
  }
}
