package org.lynceus.event.center;

/**
 * How full a queue is.
 *
 * @param waiting messages that are not acknowledged, those under way included
 * @param added messages that came since the broker started; those it still had then may be missing
 */
public record QueueFigures(long waiting, long added) {}
