package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of rows of an import. */
public record ImportRowPage(@NotNull List<ImportRowView> items, @Nullable String next) {}
