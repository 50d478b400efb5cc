package org.lynceus.rest.job;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of jobs. */
public record JobPage(@NotNull List<JobView> items, @Nullable String next) {}
