package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the deletion log. */
public record DeletionPage(@NotNull List<DeletionView> items, @Nullable String next) {}
