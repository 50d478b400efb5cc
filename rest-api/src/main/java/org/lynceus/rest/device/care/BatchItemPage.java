package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Devices of a batch by number. */
public record BatchItemPage(@NotNull List<BatchItemView> items, @Nullable String next) {}
