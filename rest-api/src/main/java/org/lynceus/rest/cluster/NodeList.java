package org.lynceus.rest.cluster;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** All nodes in one answer. */
public record NodeList(@NotNull List<NodeSummary> items) {}
