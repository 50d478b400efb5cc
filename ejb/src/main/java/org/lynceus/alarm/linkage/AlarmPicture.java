package org.lynceus.alarm.linkage;

import java.time.Instant;
import java.util.UUID;

/** A kept picture of an alarm. */
public record AlarmPicture(UUID id, UUID channelId, Instant takenAt) {}
