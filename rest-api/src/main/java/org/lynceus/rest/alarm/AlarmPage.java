package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of alarms. */
public record AlarmPage(@NotNull List<AlarmView> items, @Nullable String next) {}
