package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What is done about an alarm, in order. */
public record AlarmActionList(@NotNull List<AlarmActionView> items) {}
