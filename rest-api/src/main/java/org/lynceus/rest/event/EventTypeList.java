package org.lynceus.rest.event;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The catalogue of events. */
public record EventTypeList(@NotNull List<EventTypeView> items) {}
