package org.lynceus.protocols.onvif;

import org.jspecify.annotations.Nullable;

/**
 * An output of a device.
 *
 * @param bistable it stays as it was switched; else it falls back by itself (monostable)
 * @param seconds after which a monostable one falls back; null when not told
 * @param idleOpen whether its contact is open while it is inactive
 */
public record RelayOutput(
    String token, boolean bistable, @Nullable Double seconds, boolean idleOpen) {}
