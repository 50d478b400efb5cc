package org.lynceus.alarm.linkage;

import java.time.Instant;
import java.util.UUID;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;

/**
 * An action that this process does now.
 *
 * @param number of the action in its scheme; {@link ActionQueue#END} more: what ends it
 * @param attempts with the one under way
 * @param begins when it was first due
 * @param holder the process
 */
public record Claimed(
    UUID alarm,
    int number,
    UUID scheme,
    ActionKind kind,
    SchemeAction action,
    int attempts,
    Instant begins,
    String holder) {}
