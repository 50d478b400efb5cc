package org.lynceus.event;

import java.util.UUID;

/**
 * An input or output of a device.
 *
 * @param type {@code INPUT} or {@code RELAY}
 * @param token as the device calls it
 */
public record ContactPlace(UUID deviceId, String type, String token) {}
