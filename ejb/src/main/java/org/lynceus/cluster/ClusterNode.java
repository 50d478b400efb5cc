package org.lynceus.cluster;

import java.time.Instant;

/**
 * A process of the center as the others know it.
 *
 * @param seenAt when it was seen last, by the clock of the database
 * @param alive whether that was within the time a lease holds
 * @param left whether it said that it stops
 * @param devices how many it drives now
 */
public record ClusterNode(
    String name, Instant startedAt, Instant seenAt, boolean alive, boolean left, int devices) {}
