package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;

/** Days on which something is recorded, in order. */
public record RecordedDaysView(@NotNull List<LocalDate> days) {}
