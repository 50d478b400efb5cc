package org.lynceus.event;

import java.time.Instant;

/**
 * What an input or an output of a device said last.
 *
 * @param type {@code INPUT} or {@code RELAY}
 * @param token of the input or output
 */
public record ContactState(String type, String token, boolean active, Instant since) {}
