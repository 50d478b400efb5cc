package org.lynceus.device.care;

import java.time.Instant;
import java.util.UUID;

/** The clock of a device became wrong, or is right again. */
public record DeviceClockJudged(UUID deviceId, boolean wrong, long offsetMillis, Instant at) {}
