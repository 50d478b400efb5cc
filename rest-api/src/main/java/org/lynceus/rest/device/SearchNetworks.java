package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Networks in which this node may scan addresses. */
public record SearchNetworks(@NotNull List<String> items) {}
