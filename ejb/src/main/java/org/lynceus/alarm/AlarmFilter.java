package org.lynceus.alarm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;

/**
 * Which alarms to list.
 *
 * @param q part of the name of the source or of the scheme
 */
public record AlarmFilter(
    AlarmQueue queue,
    @Nullable String q,
    @Nullable AlarmPriority priority,
    @Nullable UUID schemeId,
    @Nullable UUID channelId) {}
