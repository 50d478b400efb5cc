package org.lynceus.rest.map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.map.MapService;

/** What a map is called and where it belongs. */
@Schema(
    name = "SetEMap",
    requiredProperties = {"name", "siteId"})
public record SetMap(
    @NotNull @Size(max = 100) String name,
    @Schema(description = "the map one level above; missing: at the top") @Nullable UUID parentId,
    @NotNull UUID siteId,
    @Schema(description = "makes it a geographic map; missing: a picture follows") @Valid
        @Nullable StartView start) {
  MapService.Draft draft() {
    return new MapService.Draft(name, parentId, siteId, start == null ? null : start.start());
  }
}
