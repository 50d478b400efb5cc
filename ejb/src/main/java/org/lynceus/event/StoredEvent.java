package org.lynceus.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the center stored it.
 *
 * @param id order of storing in the whole cluster
 * @param deviceName name now, null when the device was removed
 */
public record StoredEvent(
    long id, DeviceEvent event, @Nullable String deviceName, Instant receivedAt) {}
