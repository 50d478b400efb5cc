package org.lynceus.registration;

import java.time.Instant;

/**
 * A device nobody provided for that dialled in.
 *
 * @param deviceClass what kind of device it says it is; may be empty
 * @param address it dialled from last
 * @param times since this node listens
 */
public record Knock(String id, String deviceClass, String address, Instant at, int times) {}
