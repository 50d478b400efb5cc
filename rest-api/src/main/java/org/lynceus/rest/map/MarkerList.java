package org.lynceus.rest.map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is marked on a map, as far as the caller sees it. */
@Schema(name = "EMapMarkerList", requiredProperties = "markers")
public record MarkerList(@NotNull @Size(max = 1000) List<@Valid @NotNull MarkerView> markers) {}
