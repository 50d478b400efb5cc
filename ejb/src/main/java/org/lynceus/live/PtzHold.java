package org.lynceus.live;

import java.time.Instant;

/**
 * Who moves a camera now.
 *
 * @param level 1 to 8; a higher one takes over
 * @param until when the camera is free again unless it is moved before
 */
public record PtzHold(String holder, int level, Instant until) {}
