package org.lynceus.device;

import java.time.Instant;
import java.util.UUID;

/**
 * The node that owns a device read its clock.
 *
 * @param offsetMillis how far it is ahead of the center's, exact to about half a second
 */
public record DeviceClockSeen(UUID deviceId, long offsetMillis, Instant at) {}
