package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tags. */
public record TagPage(@NotNull List<TagView> items, @Nullable String next) {}
