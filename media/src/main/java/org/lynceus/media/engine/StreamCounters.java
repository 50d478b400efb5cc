package org.lynceus.media.engine;

/**
 * Counts of one stream since it was put into the engine.
 *
 * @param bytesIn bytes read from the camera
 * @param framesIn complete video frames
 * @param reconnects how often the connection was made again after a loss
 * @param gopsDropped groups of pictures not recorded because a volume was too slow
 * @param viewers live viewers now
 */
public record StreamCounters(
    long bytesIn, long framesIn, long reconnects, long gopsDropped, int viewers) {}
