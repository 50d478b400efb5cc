package org.lynceus.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an alarm.
 *
 * @param by a user; null: the center itself
 * @param subject the other user, or the other alarm
 */
public record AlarmHistoryEntry(
    Instant at,
    @Nullable String by,
    String act,
    @Nullable String subject,
    @Nullable String comment) {}
