package org.lynceus.media.live;

/**
 * A few frames of a live stream.
 *
 * @param bytes whole fragments, one after the other
 * @param seconds how long it lasts
 * @param independent whether it begins with a key frame
 */
record LivePart(byte[] bytes, double seconds, boolean independent) {}
