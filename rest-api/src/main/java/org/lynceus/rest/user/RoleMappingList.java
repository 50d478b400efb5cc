package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** All mappings. */
public record RoleMappingList(@NotNull List<RoleMappingView> items) {}
