package org.lynceus.alarm.linkage;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice of an alarm to somebody.
 *
 * @param read he has read it
 */
public record AlarmNotice(UUID id, UUID alarmId, Instant at, String text, boolean read) {}
