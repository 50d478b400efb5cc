package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events. */
public record EventPage(@NotNull List<EventView> items, @Nullable String next) {}
