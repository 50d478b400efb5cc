package org.lynceus.rest.cluster;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.cluster.ClusterNode;

/** A node of the center as the others know it. */
public record NodeSummary(
    @NotNull String name,
    @NotNull @Schema(description = "whether it was seen within ten seconds") Boolean alive,
    @NotNull @Schema(description = "whether it was stopped, and not lost") Boolean left,
    @NotNull @Schema(description = "whether it is the one that answers") Boolean here,
    @NotNull Instant startedAt,
    @NotNull Instant seenAt,
    @NotNull @Schema(description = "how many devices it drives now") Integer devices) {
  static NodeSummary of(ClusterNode node, String here) {
    return new NodeSummary(
        node.name(),
        node.alive(),
        node.left(),
        node.name().equals(here),
        node.startedAt(),
        node.seenAt(),
        node.devices());
  }
}
