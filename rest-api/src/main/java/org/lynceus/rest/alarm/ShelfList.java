package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What is held back now. */
public record ShelfList(@NotNull List<ShelfView> items) {}
