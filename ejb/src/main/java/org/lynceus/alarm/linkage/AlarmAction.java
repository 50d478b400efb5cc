package org.lynceus.alarm.linkage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.shared.Reason;

/**
 * What is done about an alarm, and how far it is.
 *
 * @param number of the action in its scheme; {@link ActionQueue#END} more: what ends it
 * @param due when it is done, or tried again, while it is PENDING
 * @param reason why it is as it is, or what failed last
 */
public record AlarmAction(
    int number,
    ActionKind kind,
    SchemeAction action,
    ActionState state,
    Instant due,
    int attempts,
    @Nullable Reason reason,
    Instant changedAt) {}
