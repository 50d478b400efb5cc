package org.lynceus.rest.map;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The maps that the caller sees, by name. */
@Schema(name = "EMapList", requiredProperties = "items")
public record MapList(List<MapView> items) {}
